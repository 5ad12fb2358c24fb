"""What a unit sends down to its practitioners, and what they say to it.

In the unit's notebook `choose_proposals` makes them, `send_package` sends them like all else, and the receipt
brings the answers back. In the practitioner's, `look_at_offers` says what each would do, and `take_offers`
does it for those that were accepted. Only the notebook that is their unit may propose (`own_unit`).
"""
