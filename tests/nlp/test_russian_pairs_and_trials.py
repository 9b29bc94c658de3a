"""Russian: both of two, trials that are to come, who only tells. All people are invented."""

import pytest

from tests.nlp.reader import told


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "Областной суд начал рассматривать дело лейтенанта Павла Рудя и младшего сержанта "
            "Ивана Гая. Обоим вменяют шпионаж.",
            {
                "tried | court=Областной суд | who=Ивана Гая | who=Павла Рудя",
                "charged | who=Ивана Гая | who=Павла Рудя",
            },
        ),
        (
            "Анну Гай задержали в Токмаке. Её брат, фермер Иван Гай, остался в Курске. "
            "Обоим предъявили обвинение.",
            {
                "captured | at=Токмаке | who=Анну Гай",
                "charged | who=Анну Гай | who=Иван Гай",
            },
        ),
        (
            "Домой в ходе обмена возвращены Рудь и Гай, а также раненый старшина Осип Клён.",
            {"exchanged | who=Гай | who=Осип Клён | who=Рудь"},
        ),
        (
            "Среди вернувшихся по обмену, сообщил штаб, медик Павел Рудь и наводчик Иван Гай.",
            {"exchanged | who=Иван Гай | who=Павел Рудь"},
        ),
    ],
)
def test_a_pair_is_named_with_ranks_and_trades(content: str, expected: set[str]) -> None:
    assert expected <= told(content, source_type="news")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Суд над Павлом Рудем начнётся в июне.", {"tried | who=Павлом Рудем | planned"}),
        ("Процесс над Павлом Рудем перенесли.", {"tried | who=Павлом Рудем | planned"}),
        ("В Курске начали судить танкиста Павла Рудя.", {"tried | who=Павла Рудя"}),
        ("Павла Рудя должны были судить весной.", {"tried | who=Павла Рудя | planned"}),
        (
            "Павел Рудь предстал перед Курским гарнизонным военным судом.",
            {"tried | court=Курским гарнизонным военным судом | who=Павел Рудь"},
        ),
        ("Начался суд над группой из шести моряков-пленных.", set()),
    ],
)
def test_a_trial_that_is_to_come_is_planned(content: str, expected: set[str]) -> None:
    assert {t for t in told(content, source_type="news") if t.startswith("tried")} == expected


@pytest.mark.parametrize(
    "content",
    [
        "Освобождённый из плена товарищ вспоминал о Павле Руде. Павел Рудь был связистом.",
        "Пленные, которые вернулись по обмену, рассказали о пытках.",
        "Сестра надеялась, что Павла Рудя обменяли.",
    ],
)
def test_who_tells_and_what_is_believed_is_no_release(content: str) -> None:
    assert not {t for t in told(content, source_type="news") if t[:8] in ("released", "exchange")}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "Павел Рудь пропал в мае. С июня он находится в СИЗО-2 Таганрога, рассказала жена.",
            "held_at | at=СИЗО-2 Таганрога | who=он",
        ),
        (
            "Павла Рудя держат в ИК-9 в Валуйках, куда он прибыл из Старого Оскола.",
            "moved | from=Старого Оскола | to=ИК-9 в Валуйках | who=он",
        ),
        ("В Таганрогском СИЗО Рудь провёл год.", "held_at | at=Таганрогском СИЗО | who=Рудь"),
        ("Суд дал ему срок. Павел Рудь получил 13-летний срок.", "sentenced | who=Павел Рудь"),
        (
            "Павла Рудя не обменяли, он до сих пор в Суходольске, в колонии № 36.",
            "held_at | at=Суходольске, в колонии № 36 | who=он",
        ),
    ],
)
def test_the_subject_is_not_the_one_who_tells(content: str, expected: str) -> None:
    found = told(content, source_type="news")
    assert any(t.startswith(expected) for t in found), found
