"""Put an undated salary claim beside a source that has a name."""

from tutor.sandbox.displays import Figure, Result, Table

# Country: undated average, minimum and maximum; then the source: whom it counted, when, numbers.
CLAIMS = {
    "US": ("$140K", "$110K", "$180K"),
    "Canada": ("$135K", "$98.7K", "$185K"),
    "UK": ("£60K", "£49.6K", "£80K"),
    "India": ("₹1.4M", "₹900K", "₹3M"),
}
SOURCES = {
    "US": (
        ("who is counted", "data scientists; engineers have no code of their own"),
        ("source", "Bureau of Labor Statistics, OEWS, May 2024"),
        ("10th percentile", "US$63,650"),
        ("median", "US$112,590"),
        ("90th percentile", "US$194,410"),
        ("what is left out", "bonus, shares, the self-employed"),
    ),
    "Canada": (
        ("who is counted", "data scientists, NOC 21211, engineers included"),
        ("source", "Job Bank, from a copy; yearly at 2,080 hours"),
        ("low", "C$30.00 an hour, C$62K a year"),
        ("median", "C$46.15 an hour, C$96K a year"),
        ("high", "C$69.74 an hour, C$145K a year"),
        ("what is left out", "the year: the copy does not say it"),
    ),
    "UK": (
        ("who is counted", "adverts in London that name machine learning"),
        ("source", "IT Jobs Watch, six months to 29 Dec 2025"),
        ("10th percentile", "£51,250"),
        ("median", "£90,000 (England £80,000)"),
        ("90th percentile", "£150,000"),
        ("what is left out", "adverts without a salary, and what was paid"),
    ),
    "India": (
        ("who is counted", "nobody in particular: press estimates"),
        ("source", "several articles, Jan 2026; no official series"),
        ("entry", "₹5–8 lakh (₹0.5–0.8M)"),
        ("middle", "₹10–18 lakh (₹1.0–1.8M)"),
        ("senior", "₹20–40 lakh (₹2–4M)"),
        ("what is left out", "how anybody was chosen"),
    ),
}


def run(*, country: str, seed: int) -> Result:
    average, minimum, maximum = CLAIMS[country]
    claim = (
        ("who is counted", "not said"),
        ("source", "not said"),
        ("minimum", minimum),
        ("average", average),
        ("maximum", maximum),
        ("date", "not said"),
    )
    figures = [
        Figure(
            title=f"{country}: often quoted, undated",
            marks=(Table(("question", "answer"), claim),),
            alt=f"An undated claim, {country}: average {average}, from {minimum} to {maximum}.",
        ),
        Figure(
            title=f"{country}: a source with a name",
            marks=(Table(("question", "answer"), SOURCES[country]),),
            alt=f"{country}: " + "; ".join(f"{name} {answer}" for name, answer in SOURCES[country]) + ".",
        ),
    ]
    answered = sum(answer != "not said" for _, answer in claim)
    return Result(metrics={"questions": len(claim), "answered_by_claim": answered}, figures=figures)
