"""Which test really opens, saves or prints what a row of the sources names, where that is no paper."""

_PAGES, _DIALOGS = "tests/ui/pages", "tests/ui/dialogs"
_DAY = "tests/stories/test_days.py::test_three_at_the_door_at_break"
_AROUND, _DEMAND = f"{_DIALOGS}/test_edit_around.py", f"{_DIALOGS}/test_edit_demand.py"

ANSWERS = {
    "command:export": "tests/commands/test_handing_over.py::test_a_case_changes_hands_without_a_window",
    "command:import": "tests/commands/test_handing_over.py::test_a_case_changes_hands_without_a_window",
    "dialog:edit_advice": f"{_DEMAND}::test_advice_is_a_topic_a_requester_and_a_few_keys",
    "dialog:edit_case": f"{_DIALOGS}/test_edit_case.py::test_closing_proposes_today_and_asks_for_the_outcome",
    "dialog:edit_enrolment": f"{_AROUND}::test_a_school_year_is_understood",
    "dialog:edit_professional": f"{_AROUND}::test_the_directory_proposes_what_it_knows",
    "dialog:edit_request": f"{_DEMAND}::test_saying_for_whom_opens_the_case_and_can_be_undone",
    "dialog:edit_student": f"{_DIALOGS}/test_edit_student.py::test_ctrl_enter_saves_everything_written",
    "list:advice-topics": f"{_DEMAND}::test_advice_is_a_topic_a_requester_and_a_few_keys",
    "list:n01-professions": f"{_PAGES}/test_settings.py::test_the_profession_is_chosen_from_the_list",
    "list:n06-levels": f"{_AROUND}::test_a_school_year_is_understood",
    "list:n09-partner-types": "tests/ui/pages/test_missing_answers.py"
    "::test_the_inclusion_boards_want_it_in_writing",
    "list:request-outcome": f"{_DEMAND}::test_a_request_needs_who_asked_and_days_in_order",
    "page:booklet": f"{_PAGES}/test_booklet.py::test_it_leaves_with_a_line",
    "page:conflict": f"{_PAGES}/test_conflict.py::test_both_sides_wrote_and_both_versions_are_there",
    "page:council": f"{_PAGES}/test_council.py::test_the_list_holds_what_was_agreed_and_looked_at",
    "page:differences": f"{_PAGES}/test_plan.py::test_differences_are_told_in_words",
    "page:dispatch": f"{_PAGES}/test_files.py::test_whole_files_are_ticked_and_leave_with_the_slip",
    "page:emergency": f"{_PAGES}/test_emergency.py::test_one_key_from_a_sheet_being_written",
    "page:files": f"{_PAGES}/test_files.py::test_what_is_missing_and_how_long_there_is",
    "page:handover": f"{_PAGES}/test_hand_over.py::test_one_press_closes_one_package",
    "page:receive": f"{_PAGES}/test_receive.py::test_a_case_goes_over_and_its_receipt_comes_back",
    "page:referrals": "tests/ui/words/test_by_number.py::test_pages_show_the_number",
    "page:requests": f"{_PAGES}/test_requests.py::test_the_figures_are_saved_as_paper",
    "page:sent": f"{_PAGES}/test_sent.py::test_it_is_saved_again_by_choice",
    "page:sheet": _DAY,
    "page:students": f"{_PAGES}/test_student_page.py::test_the_sheet_tells_who_what_and_when",
    "page:today": _DAY,
    "page:workshop": f"{_PAGES}/test_workshop.py::test_every_file_has_a_card_that_leads_to_it",
    "page:workshop_file": f"{_PAGES}/test_workshop.py::test_a_form_is_changed_in_an_editor_and_set_back",
    "page:workshop_list": f"{_PAGES}/test_workshop.py"
    "::test_an_entry_is_hidden_moved_renamed_added_and_all_set_back",
    "section:ledger": f"{_PAGES}/test_settings.py::test_the_ledger_tells_when_what_whom_and_why",
    "section:own_details": f"{_PAGES}/test_settings.py::test_own_details_are_written_when_a_field_is_left",
    "section:service": f"{_PAGES}/test_service_settings.py::test_the_rules_are_read_and_a_service_is_ticked",
    "service:fr-ssfe": "tests/ui/student_sheet/test_services.py"
    "::test_the_first_sheet_asks_and_another_service_is_one_menu_away",
    "service:lu-sepas": "tests/ui/student_sheet/test_services.py"
    "::test_the_first_sheet_asks_and_another_service_is_one_menu_away",
}
