package dev.waymark.guide;

/** Writes a guide with a fault of each kind; {@code every-fault.txt} lists them. */
final class FaultyGuide {

  private final GuideFolder guide;

  FaultyGuide(GuideFolder guide) {
    this.guide = guide;
  }

  void write() {
    writeSections();
    writeStepsAndSalaries();
    writeRefusals();
    writeLists();
    writeQuestions();
  }

  private void writeSections() {
    guide
        .guide(
            "guide.yaml",
            """
            id: faulty
            titel: The title is misspelt
            language: English
            version: 0
            reviewed: last May
            sources: [{nam: a book}]
            """)
        .section("faq/a-ids.md", "id: faq-first\nkind: faq\ntitle: The id of another")
        .section("faq/b-ids.md", "kind: faq\nid:\n  - faq-b\ntitle: [No single text]")
        .section("faq/c-ids.md", "id: 7\nkind: faq\ntitle: A number")
        .section("faq/d-ids.md", "id: FAQ_d\nid: faq-d\nkind: faq\ntitle: Twice")
        .section("faq/e-kind.md", "id: faq-e\nkind: fqa\ntitle: Unknown kind")
        .section("faq/f-kind.md", "id: faq-f\nkind: refusal\ntitle: Elsewhere")
        .section("faq/g-kind.md", "id: faq-g\nkind: skill\ntitle: Wrong folder")
        .guide("faq/h-empty.md", "---\nid: faq-h\nkind: faq\n---\n\n")
        .section(
            "faq/i-keys.md",
            "id: faq-i\nkind: faq\ntitle: Keys\nsumary: x\nask: [x]\norder: 1\ncolour: red")
        .section(
            "faq/j-see.md",
            "id: faq-j\nkind: faq\ntitle: See\nsee: [faq-j, faq-k, faq-k, faq-frist, elsewhere]")
        .section(
            "faq/k-asks.md",
            """
            id: faq-k
            kind: faq
            title: Asks
            asks:
              - which way?
              - Which   way
              - c
              - c++
              - see!
              - key: value
            """)
        .section("faq/l-asks.md", "id: faq-l\nkind: faq\ntitle: Claims\nasks: [WHICH WAY]")
        .section(
            "faq/m-long.md",
            "id: faq-m\nkind: faq\ntitle: %s\nsummary: %s\nasks: [%s]"
                .formatted("t".repeat(151), "s".repeat(401), "a".repeat(201)))
        .guide(
            "faq/n-long.md",
            "---\nid: faq-n\nkind: faq\ntitle: Long\n---\n"
                + "a ".repeat(1500)
                + "\n\n"
                + "b ".repeat(500))
        .section("faq/o-yaml.md", "id: faq-o\nkind: faq\ntitle: Which: this or that?")
        .section("faq/p-yaml.md", "id: faq-p\nkind: faq\n\ttitle: A tab")
        .section("faq/q-yaml.md", "id: faq-q\nkind: faq\ntitle: &Anchor here\nsummary: *this*")
        .guide("faq/r-half.md", "---\nid: faq-r\nkind: faq\ntitle: No end\n")
        .guide("faq/s-half.md", "Only a text.\n")
        .guide("faq/t-half.md", "")
        .guide("faq/u.txt", "Not read.")
        .guide("faq/deeper/v.md", "Not read.")
        .guide("faqs/w.md", "Not read.")
        .guide("x.md", "Not read.")
        .guide("tip.yaml", "Not read.")
        .guide("README.md", "For people.");
  }

  private void writeStepsAndSalaries() {
    guide
        .section("steps/1.md", "id: step-1\nkind: step\ntitle: One\norder: 1\nhours: [20, 10]")
        .section("steps/2.md", "id: step-2\nkind: step\ntitle: Two\norder: 1\nhours: about ten")
        .section("steps/3.md", "id: step-3\nkind: step\ntitle: Three\norder: third")
        .section(
            "steps/4.md",
            """
            id: step-4
            kind: step
            title: Four
            checklist: {a: b}
            links:
              - title: No address
              - title: Not https
                url: http://example.org
              - title: No host
                url: "https:"
                note: x
              - https://example.org
            """)
        .section("salaries/a.md", "id: salary-a\nkind: salary\ntitle: Nothing\nlow: 20000")
        .section(
            "salaries/b.md",
            """
            id: salary-b
            kind: salary
            title: Wrong
            low: 60000
            high: 50000
            open_ended: perhaps
            currency: dollars
            period: annual
            years: two
            source: a book
            """)
        .section(
            "salaries/c.md",
            "id: salary-c\nkind: salary\ntitle: No number\nlow: 60k\nhigh: 70,00\ncurrency: USD\n"
                + "period: year\nyears: 5-2\nsource: a book");
  }

  private void writeRefusals() {
    guide
        .section("refusals/a.md", "id: refusal-a\nkind: faq\ntitle: A\nreason: bored\nsee: [x]")
        .section(
            "refusals/b.md", "id: refusal-b\nkind: refusal\nasks: [tax]\nguard: maybe\ntitle: B")
        .guide(
            "refusals/c.md",
            "---\nid: refusal-c\ntitle: Tax forms\nasks: [TAX]\n---\n" + "c".repeat(601) + "\n")
        .section("refusals/d.md", "id: faq-first\ntitle: D\nasks: [d]")
        .guide("refusals/e.md", "---\nid: refusal-e\nasks: [e]\n---\n")
        .section("refusals/g.md", "id: refusal-a\ntitle: G\nasks: [g]")
        .section("refusals/h.md", "id: refusal-h\ntitle: H\nasks: [is it?]")
        .common(
            "refusals/f.md",
            "---\nid: refusal-f\ntitle: F\nasks:\n  - mine\n  - what is measured\n---\nNo.\n");
  }

  private void writeLists() {
    guide
        .guide(
            "tips.yaml",
            """
            - {id: tip-1, text: Do this., section: faq-first}
            - {id: tip-1, text: Do that., section: faq-first}
            - {id: tip-2, text: Do this., section: faq-frist}
            - {id: tip-3, txt: Misspelt, section: elsewhere}
            - id: tip-4
              text: %s
            - only a text
            """
                .formatted("t".repeat(281)))
        .guide(
            "synonyms.txt",
            """
            # good: a, b
            cpp, c++
            c sharp => c#
            alone
            a, , b
            => b
            a =>
            a => b => c
            a, b # comment
            """)
        .common("synonyms.txt", "u => you\nur,\n")
        .common("fillers.txt", "please\nPlease\n")
        .common(
            "phrasings.yaml",
            """
            - about: nothing
              kinds: [faq, fqa]
            - ids: [intro]
              asks: [what is measured]
              titles: [x]
            """)
        .common(
            "languages.yaml",
            """
            - {code: de, name: German, reply: Hallo}
            - {code: de, name: German, reply: Hallo}
            - {code: English, name: English}
            """)
        .common("guarded/danger.txt", "a bomb\n")
        .common("filler.txt", "Not read.");
  }

  private void writeQuestions() {
    guide.guide(
        "questions.jsonl",
        """
        {"id": "q1", "q": "what is MEASURED?", "gold": ["faq-first"], "kind": "slang", "more": 1}
        {"id": "q1", "q": "a follow-up", "context": ["before"], "gold": []}
        {"id": "q2", "q": "half a line
        ["no object"]

        {"id": 3, "q": "", "gold": "faq-first"}
        {"id": "q4", "q": "x", "gold": ["faq-frist", "elsewhere", "refusal-a"]}
        {"id": "q5", "q": "y", "gold": [], "context": 1, "answer_must_contain": [2]}
        {"id": "q6", "q": "z", "gold": []} {"id": "q7"}
        """);
  }
}
