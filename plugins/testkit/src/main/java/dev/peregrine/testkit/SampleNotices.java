package dev.peregrine.testkit;

import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Event;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notices for tests of notifiers. */
public final class SampleNotices {

  private SampleNotices() {}

  /** One with something of everything. */
  public static Notice notice() {
    return Notice.of(
            "n-17",
            Event.POSTINGS_FOUND,
            "2 neue Stellen über 80 👩‍💻",
            "Zwei passen besonders gut.",
            Instant.parse("2026-11-22T08:59:00Z"))
        .withItems(
            List.of(
                new Notice.Item(
                    "Müllerin & Söhne: Designer",
                    "Berlin, 92",
                    Optional.of(URI.create("http://127.0.0.1:8501/jobs/1?a=b&c=d"))),
                new Notice.Item("Hafenlicht: UX", "", Optional.empty())))
        .withLink(Optional.of(URI.create("http://127.0.0.1:8501/review")))
        .withFacts(Map.of("count", "2", "least_score", "80"));
  }

  /** Texts as strangers write them, whom nobody may believe. */
  public static List<String> hostile() {
    return List.of(
        "@everyone @here <!channel> <@U123456>",
        "*bold* _slanted_ ~gone~ `code` [link](https://evil.example) # heading",
        "<b>bold</b><script>alert(1)</script> &amp; &lt;",
        "{{ states('lock.door') }} {% if true %}",
        "\"}],\"zq\":[{\"",
        "=1+1 line\u2028break \u202egnikcah");
  }

  /** A text without what a service may drop: characters that nobody sees, and how lines break. */
  public static String plain(String text) {
    return text.replaceAll("[\\p{Cf}\\p{Zl}\\s]+", " ").strip();
  }
}
