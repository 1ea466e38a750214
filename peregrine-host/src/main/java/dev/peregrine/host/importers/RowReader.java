package dev.peregrine.host.importers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.host.contacts.ContactDetails;
import dev.peregrine.host.importers.Item.Answered;
import dev.peregrine.host.importers.SheetTimes.Said;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.pipeline.Brought;
import dev.peregrine.host.pipeline.PostingUrl;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the rows of a list as jobs. */
final class RowReader {

  private static final int LONGEST_NOTE = 4_000;
  private static final int MOST_TAGS = 50;
  private static final Set<String> NOTHING =
      Set.of(
          "n/a", "na", "none", "null", "nan", "-", "–", "—", "unknown", "undefined", "?", "k. a.");
  private static final Set<String> YES =
      Set.of("yes", "true", "1", "ja", "wahr", "x", "remote", "✓");

  private final Sheet sheet;
  private final Meaning meaning;
  private final SheetTimes times;
  private final Instant now;

  RowReader(Sheet sheet, Meaning meaning, SheetTimes times, Instant now) {
    this.sheet = sheet;
    this.meaning = meaning;
    this.times = times;
    this.now = now;
  }

  Item read(Sheet.Row row) {
    Optional<String> title = one(row, Field.TITLE);
    Optional<String> company = one(row, Field.COMPANY);
    String typed = one(row, Field.LINK).orElse("");
    // A cell of a spreadsheet may be a formula around the link.
    Optional<URI> link = Intake.link(typed).or(() -> Intake.links(typed).stream().findFirst());
    if (title.isEmpty() && link.isEmpty()) {
      return new Item.Left(
          row.number(),
          company.isPresent() ? t("importers.left-no-title") : t("importers.left-nothing"));
    }
    var odd = new ArrayList<String>();
    if (link.isEmpty() && !typed.isEmpty()) {
      odd.add(t("importers.odd-link"));
    }
    Optional<String> place = one(row, Field.PLACE);
    URI address =
        link.map(PostingUrl::canonical)
            .orElseGet(
                () ->
                    Intake.withoutAddress(
                        title.orElse("") + "\n" + company.orElse("") + "\n" + place.orElse("")));
    Map<Field, Said> said = said(row, odd);
    Standing standing = standing(row, said, odd);
    Steps steps = Steps.of(standing, said, now, odd);
    Optional<Salary> salary = salary(row);
    return new Item.Taken(
        row.number(),
        new Brought(
            posting(row, address, title.orElseGet(() -> untitled(company, address)), salary, said),
            Intake.BOARD,
            steps.found(),
            steps.steps(),
            Optional.empty(),
            note(row, salary)),
        standing,
        answered(row),
        contact(row),
        Optional.ofNullable(said.get(Field.FOLLOW_UP)).map(Said::day),
        title.isEmpty(),
        odd);
  }

  private Posting posting(
      Sheet.Row row, URI address, String title, Optional<Salary> salary, Map<Field, Said> said) {
    Optional<String> place = one(row, Field.PLACE);
    String text = place.orElse("");
    List<Place> places = Place.isWorkModel(text) ? List.of() : Place.parse(text).stream().toList();
    Optional<RemoteMode> remote =
        one(row, Field.REMOTE)
            .flatMap(
                word ->
                    YES.contains(word.toLowerCase(Locale.ROOT))
                        ? Optional.of(RemoteMode.REMOTE)
                        : RemoteMode.parse(word))
            .or(() -> RemoteMode.parse(text))
            .or(() -> RemoteMode.ofPlace(text));
    return Posting.of(address.toString(), title, address)
        .withCompany(one(row, Field.COMPANY))
        .withPlaces(places)
        .withRemote(remote)
        .withSalary(salary)
        .withPosted(Optional.ofNullable(said.get(Field.POSTED)).map(Said::day))
        .withCloses(Optional.ofNullable(said.get(Field.CLOSES)).map(this::endOf))
        .withEmploymentTypes(one(row, Field.EMPLOYMENT).map(EmploymentType::parse).orElse(Set.of()))
        .withTags(tags(row))
        .withDescription(one(row, Field.DESCRIPTION).map(Intake::description));
  }

  /** A day on which something closes is over with its end. */
  private Instant endOf(Said said) {
    return said.isDay()
        ? said.day().plusDays(1).atStartOfDay(times.zone()).toInstant().minusSeconds(1)
        : said.at();
  }

  private static String untitled(Optional<String> company, URI address) {
    return company
        .map(name -> t("importers.untitled-at", "company", name))
        .orElseGet(() -> t("importers.untitled-at", "company", String.valueOf(address.getHost())));
  }

  private Map<Field, Said> said(Sheet.Row row, List<String> odd) {
    var said = new EnumMap<Field, Said>(Field.class);
    for (Field field : Field.values()) {
      if (!field.isTime()) {
        continue;
      }
      one(row, field)
          .ifPresent(
              text -> {
                Optional<Said> read = times.read(text).filter(each -> isPossible(field, each));
                read.ifPresentOrElse(
                    each -> said.put(field, each), () -> oddTime(row, field, text, odd));
              });
    }
    return said;
  }

  private void oddTime(Sheet.Row row, Field field, String text, List<String> odd) {
    // "Yes" in the column that says whether the person applied is no time, and means something.
    if (field != Field.APPLIED || !YES.contains(text.toLowerCase(Locale.ROOT))) {
      odd.add(t("importers.odd-time", "column", name(field)));
    }
  }

  private boolean isPossible(Field field, Said said) {
    boolean mayCome =
        field == Field.CLOSES
            || field == Field.FOLLOW_UP
            || field == Field.INTERVIEWED
            || field == Field.SCREENED;
    int year = said.day().getYear();
    return year >= 2000
        && year < 2100
        && (mayCome || said.at().isBefore(now.plus(Duration.ofDays(1))));
  }

  private Standing standing(Sheet.Row row, Map<Field, Said> said, List<String> odd) {
    Optional<String> word = one(row, Field.STAGE);
    Optional<Standing> told = word.flatMap(meaning::standing);
    if (word.isPresent() && told.isEmpty()) {
      odd.add(t("importers.odd-stage"));
    }
    boolean ticked =
        one(row, Field.APPLIED)
            .filter(text -> YES.contains(text.toLowerCase(Locale.ROOT)))
            .isPresent();
    return told.or(() -> Steps.standing(said))
        .or(() -> ticked ? Optional.of(Standing.APPLIED) : Optional.empty())
        .orElse(meaning.otherwise());
  }

  private Optional<Salary> salary(Sheet.Row row) {
    Optional<Salary> whole = one(row, Field.SALARY).flatMap(Salary::parse);
    if (whole.isPresent()) {
      return whole;
    }
    String amounts =
        Stream.of(one(row, Field.SALARY_FROM), one(row, Field.SALARY_TO))
            .flatMap(Optional::stream)
            .distinct()
            .collect(Collectors.joining(" - "));
    Optional<String> currency = one(row, Field.CURRENCY);
    return amounts.isEmpty()
        ? Optional.empty()
        : Salary.parse(
            Stream.of(
                    Optional.of(amounts),
                    currency,
                    one(row, Field.PERIOD)
                        .or(() -> currency.isPresent() ? Optional.of("year") : Optional.empty())
                        .map(period -> "per " + period.toLowerCase(Locale.ROOT)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" ")));
  }

  /** What the person noted; what has no place of its own stands there, too. */
  private Optional<String> note(Sheet.Row row, Optional<Salary> salary) {
    var parts = new ArrayList<String>();
    for (int column : meaning.columns(Field.NOTES)) {
      String text = row.cell(column);
      if (!isNothing(text)) {
        boolean only = meaning.columns(Field.NOTES).size() == 1;
        parts.add(only ? text : sheet.header().get(column) + ": " + text);
      }
    }
    if (salary.isEmpty()) {
      for (Field field : List.of(Field.SALARY, Field.SALARY_FROM, Field.SALARY_TO)) {
        one(row, field).ifPresent(text -> parts.add(name(field) + ": " + text));
      }
    }
    one(row, Field.RESUME).ifPresent(text -> parts.add(name(Field.RESUME) + ": " + text));
    if (contact(row).isEmpty()) {
      for (Field field : List.of(Field.CONTACT, Field.CONTACT_MAIL, Field.CONTACT_PHONE)) {
        one(row, field).ifPresent(text -> parts.add(name(field) + ": " + text));
      }
    }
    String note = String.join("\n", parts).replaceAll("\\r\\n?", "\n");
    return note.isEmpty()
        ? Optional.empty()
        : Optional.of(
            note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE - 1) + "…" : note);
  }

  private Optional<ContactDetails> contact(Sheet.Row row) {
    String mail = one(row, Field.CONTACT_MAIL).orElse("");
    return one(row, Field.CONTACT)
        .map(
            name ->
                new ContactDetails(
                    name, "", mail, one(row, Field.CONTACT_PHONE).orElse(""), "", ""))
        .filter(details -> details.problem().isEmpty());
  }

  /** LinkedIn writes {@code question:answer | question:answer}. */
  private List<Answered> answered(Sheet.Row row) {
    return one(row, Field.QUESTIONS).stream()
        .flatMap(text -> Arrays.stream(text.split("\\s\\|\\s|\\R")))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .limit(20)
        .map(RowReader::answered)
        .toList();
  }

  private static Answered answered(String part) {
    int mark = part.indexOf('?');
    if (mark > 0 && mark < part.length() - 1) {
      return new Answered(
          part.substring(0, mark + 1),
          part.substring(mark + 1).replaceFirst("^\\s*:\\s*", "").strip());
    }
    int colon = part.indexOf(':');
    return colon > 0
        ? new Answered(part.substring(0, colon).strip(), part.substring(colon + 1).strip())
        : new Answered(part, "");
  }

  private List<String> tags(Sheet.Row row) {
    return meaning.columns(Field.TAGS).stream()
        .flatMap(column -> Arrays.stream(row.cell(column).split("[,;|\\n]")))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty() && tag.length() <= 100)
        .distinct()
        .limit(MOST_TAGS)
        .toList();
  }

  private String name(Field field) {
    return sheet.header().get(meaning.column(field).orElseThrow());
  }

  private Optional<String> one(Sheet.Row row, Field field) {
    return meaning.column(field).stream()
        .mapToObj(row::cell)
        .filter(text -> !isNothing(text))
        .findFirst();
  }

  private static boolean isNothing(String text) {
    return text.isEmpty() || NOTHING.contains(text.toLowerCase(Locale.ROOT));
  }
}
