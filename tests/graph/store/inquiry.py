"""A small inquiry by hand that the pages on Cypher and neomodel ask about. Its people are invented.

Bilyk and Koval were moved together from Volnovakha to Taganrog in May 2022; a group of two hundred
too. In June both were seen at Taganrog; that Hnat was there as well, one source says and another
denies. Koval was moved on to Kursk in August and was seen there in September.
"""

from graph.claim import Kind, Polarity
from tests.graph.fold.story import Story

FACILITIES = (
    ("Volnovakha Colony No. 120", "ik", "120", "Donetsk Oblast", "UA"),
    ("Taganrog SIZO-2", "sizo", "2", "Rostov Oblast", "RU"),
    ("Kursk SIZO-1", "sizo", "1", "Kursk Oblast", "RU"),
)


def inquiry() -> Story:
    """The record of the inquiry."""
    story = Story()
    listed = story.document("list", source_type="academic")
    sites = []
    for name, kind, number, region, country in FACILITIES:
        site = story.mention(listed, Kind.FACILITY, name)
        for said, value in (
            ("facility_type", kind),
            ("number", number),
            ("region", region),
            ("country", country),
        ):
            story.say(listed, site, said, value=value)
        sites.append(site)
    volnovakha, taganrog, kursk = sites
    news = story.document("news", source_type="news")
    bilyk = story.mention(news, Kind.PERSON, "Taras Bilyk")
    koval = story.mention(news, Kind.PERSON, "Ostap Koval")
    men = story.mention(news, Kind.GROUP, "about two hundred men")
    ends = {"from_": volnovakha, "to": taganrog}
    sizes = (("size_least", "150"), ("size_most", "250"))
    story.say(news, None, "moved", who=(bilyk, koval), when="2022-05", **ends)
    story.say(
        *(news, None, "moved"),
        who=men,
        from_=volnovakha,
        to=taganrog,
        when="2022-05",
        details=sizes,
    )
    story.say(news, None, "held_at", who=bilyk, at=taganrog, when="2022-06-10")
    story.say(news, None, "held_at", who=koval, at=taganrog, when="2022-06-01/2022-06-30")
    report = story.document("report", source_type="ngo")
    seen = story.mention(report, Kind.PERSON, "Ostap Koval")
    story.judge(seen, koval)
    story.say(report, None, "moved", who=seen, from_=taganrog, to=kursk, when="2022-08-03")
    story.say(report, None, "held_at", who=seen, at=kursk, when="2022-09-15")
    hnat = story.mention(report, Kind.PERSON, "Roman Hnat")
    brigade = story.mention(report, Kind.ORGANISATION, "36th Marine Brigade")
    story.say(report, hnat, "member_of", of=brigade)
    mariupol = story.mention(report, Kind.PLACE, "Mariupol")
    story.say(report, None, "captured", who=hnat, at=mariupol, when="2022-04-12")
    story.say(report, None, "held_at", who=hnat, at=taganrog, when="2022-06")
    denial = story.document("denial", source_type="state")
    him = story.mention(denial, Kind.PERSON, "Roman Hnat")
    story.judge(him, hnat)
    story.say(
        denial, None, "held_at", who=him, at=taganrog, when="2022-06", polarity=Polarity.DENIED
    )
    verdict = story.document("verdict", source_type="court")
    accused = story.mention(verdict, Kind.PERSON, "Ostap Koval")
    story.judge(accused, koval)
    court = story.mention(verdict, Kind.ORGANISATION, "Southern District Military Court")
    article = (("article", "205"), ("part", "1"))
    story.say(
        verdict, None, "charged", who=accused, court=court, when="2022-10-01", details=article
    )
    story.say(
        verdict,
        None,
        "sentenced",
        who=accused,
        court=court,
        when="2023-03-02",
        details=(*article, ("term", "12"), ("unit", "years")),
    )
    return story
