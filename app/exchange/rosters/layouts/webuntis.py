"""WebUntis, "Student_….csv": tabs or commas, dates as dd.mm.yyyy."""

from app.exchange.rosters.layouts.layout import Layout

WEBUNTIS = Layout(
    name="WebUntis",
    marks=("longName", "foreName"),
    # `name` is a login made of both names; `medicalReportDuty`, `text`, `schulpflicht`, `majority`
    # and every `attribute.…` are nobody's business here and are never read.
    columns={
        "longName": "family_name",
        "foreName": "given_name",
        "klasse.name": "class_name",
        "birthDate": "birth_date",
        "gender": "gender",
        "exitDate": "exit_date",
        "externKey": "key",
        "id": "key",
        "address.mobile": "phone",
        "address.phone": "phone",
        "address.email": "email",
        "address.street": "street",
        "address.postCode": "postcode",
        "address.city": "city",
    },
)
