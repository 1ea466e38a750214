package dev.peregrine.testkit;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Column;
import dev.peregrine.api.export.ExportRequest.Fact;
import dev.peregrine.api.export.ExportRequest.Job;
import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.ExportRequest.Letter;
import dev.peregrine.api.export.ExportRequest.Resume;
import dev.peregrine.api.export.ExportRequest.Sender;
import dev.peregrine.api.export.ExportRequest.Step;
import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.integration.CalendarEvent.When;
import dev.peregrine.api.scoring.Score;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Documents for exporters to be tried with. */
public final class SampleDocuments {

  /** Words that every document of {@link #ordinary} has in it, for finding them again. */
  public static final String PERSON = "Zoë Łukasz-Müller";

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private SampleDocuments() {}

  /** An ordinary document of that kind. */
  public static ExportRequest ordinary(Kind kind) {
    return switch (kind) {
      case LETTER ->
          letter(PERSON, "Dear Ms Peel,\n\nI build services in Java.\n\nKind regards\n" + PERSON);
      case RESUME -> resume();
      case APPLICATION ->
          new ExportRequest.Application(letter(PERSON, "Dear team,\n\nhello."), resume());
      case JOBS ->
          new ExportRequest.Jobs(
              List.of(job(PERSON + " GmbH", "Backend engineer"), job("Village", "Baker")));
      case WORK_SEARCH -> workSearch(PERSON, List.of(job("Village", "Baker")));
      case EVENTS -> new ExportRequest.Events(List.of(event("Interview with " + PERSON)));
    };
  }

  /** The same with nothing in it that may be missing. */
  public static ExportRequest empty(Kind kind) {
    var sender = new Sender("Ada", List.of(), List.of());
    var letter = new Letter(sender, List.of(), Optional.empty(), DAY, Optional.empty(), "Hello.");
    return switch (kind) {
      case LETTER -> letter;
      case RESUME -> new Resume("{}");
      case APPLICATION -> new ExportRequest.Application(letter, new Resume("{}"));
      case JOBS -> new ExportRequest.Jobs(List.of());
      case WORK_SEARCH ->
          new ExportRequest.WorkSearch(sender, DAY, DAY, List.of(), List.of(), List.of());
      case EVENTS -> new ExportRequest.Events(List.of());
    };
  }

  /** The same with that text wherever a stranger's text may stand. */
  public static ExportRequest saying(Kind kind, String text) {
    return switch (kind) {
      case LETTER -> letter(text, text);
      case RESUME -> new Resume(json(text));
      case APPLICATION -> new ExportRequest.Application(letter(text, text), new Resume(json(text)));
      case JOBS -> new ExportRequest.Jobs(List.of(job(text, text)));
      case WORK_SEARCH -> workSearch(text, List.of(job(text, text)));
      case EVENTS -> new ExportRequest.Events(List.of(event(text)));
    };
  }

  /** Texts that mean harm, make no sense or are merely not English. */
  public static List<String> hostile() {
    return List.of(
        "<script>alert(1)</script> & <b>bold</b> ]]> <!-- &nbsp; \"quoted\" 'too'",
        "=HYPERLINK(\"http://evil.example\",\"x\")",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "💥👩‍🚀 مرحبا بالعالم שלום 求人 \u202e\u0000\u0007\u000b \ud800 \ufffe end",
        "Ελληνικά Кириллица Ğığ Ő ł ß ẞ – “quotes” fi ﬁ 1021–1025 3×4",
        "BEGIN:VEVENT\r\nEND:VCALENDAR\n\tx;y,z\\n",
        "${jndi} %s {0} \\Q $1 # * _ ` | ~ 1. [x](javascript:alert(1))",
        "word ".repeat(12_000),
        "x".repeat(20_000));
  }

  /** A letter. */
  public static Letter letter(String person, String body) {
    return new Letter(
        new Sender(
            person,
            List.of("1 Sample Street", "10115 Berlin", "zoe@example.org"),
            List.of(URI.create("https://zoe.example/?a=1&b=2"))),
        List.of("Village GmbH", "Emma Peel"),
        Optional.of("Berlin"),
        DAY,
        Optional.of("Backend engineer"),
        body);
  }

  private static Resume resume() {
    return new Resume(json(PERSON));
  }

  private static String json(String name) {
    String quoted = dev.peregrine.api.Json.quoted(name);
    return """
        {"basics": {"name": %1$s, "label": "Backend engineer", "email": "zoe@example.org",
          "phone": "+49 30 123456", "url": "https://zoe.example/", "summary": %1$s,
          "location": {"postalCode": "10115", "city": "Berlin", "countryCode": "DE"},
          "profiles": [{"network": "GitHub", "username": "zoe", "url": "https://github.example/zoe"}]},
         "work": [
          {"name": "Village GmbH", "position": "Backend engineer", "startDate": "2021-03",
           "summary": "Payments.", "highlights": ["Cut costs by 30 %%", %1$s]},
          {"name": "Town AG", "position": "Developer", "startDate": "2017-10-01", "endDate": "2021-02"}],
         "education": [{"institution": "TU Berlin", "area": "Computer science", "studyType": "MSc",
           "endDate": "2017"}],
         "skills": [{"name": "Java", "level": "expert", "keywords": ["Spring", "Kafka"]}, {"name": %1$s}],
         "languages": [{"language": "German", "fluency": "native"}],
         "projects": [{"name": "Atlas", "description": "Maps.", "keywords": ["GIS"]}],
         "certificates": [{"name": "CKA", "date": "2022-05", "issuer": "CNCF"}],
         "odd": [1, null, {"x": [[]]}]}
        """
        .formatted(quoted);
  }

  private static Job job(String company, String title) {
    return new Job(
        "17",
        Posting.of(
                "17",
                title.isBlank() ? "Job" : title,
                URI.create("https://jobs.example/17?a=1&b=2"))
            .withCompany(Optional.of(company))
            .withPlaces(List.of(Place.of("Berlin, Germany").orElseThrow())),
        "village",
        "applied",
        Optional.of(new Score.Match(81.4, List.of(), List.of())),
        Instant.parse("2026-11-01T08:00:00Z"),
        List.of(
            new Step(Instant.parse("2026-11-20T08:00:00Z"), "applied", "Applied"),
            new Step(Instant.parse("2026-11-21T08:00:00Z"), "phone_screen", title)),
        Optional.of(company));
  }

  private static ExportRequest.WorkSearch workSearch(String person, List<Job> jobs) {
    return new ExportRequest.WorkSearch(
        new Sender(person, List.of("Customer 4711"), List.of()),
        LocalDate.of(2026, 11, 1),
        LocalDate.of(2026, 11, 30),
        jobs,
        List.of(
            new Column("Date", Fact.DATE),
            new Column("Employer", Fact.COMPANY),
            new Column("What", Fact.STEP),
            new Column("Address", Fact.ADDRESS),
            new Column("Signature", Fact.BLANK)),
        List.of("I declare that this is true.", person));
  }

  private static CalendarEvent event(String title) {
    return CalendarEvent.of(
            "interview-17@peregrine",
            title,
            new When.Timed(
                ZonedDateTime.parse("2026-11-24T10:00:00+01:00[Europe/Berlin]"),
                Duration.ofMinutes(45)))
        .withText(Optional.of(title))
        .withPlace(Optional.of(title))
        .withAlarms(Duration.ofHours(1));
  }
}
