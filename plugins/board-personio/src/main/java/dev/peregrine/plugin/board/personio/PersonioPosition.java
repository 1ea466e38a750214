package dev.peregrine.plugin.board.personio;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One {@code position} of an employer's feed. */
record PersonioPosition(Markup position) implements PersonioRow {

  @Override
  public String id() throws ExtensionException {
    return position.need("> id");
  }

  @Override
  public Posting read(Employer employer, URI pages, InstantSource clock) throws ExtensionException {
    List<String> offices = offices();
    return Posting.of(id(), position.need("> name"), HttpCall.under(pages, "job", id()))
        .withCompany(text("subcompany").or(() -> Optional.of(employer.label())))
        .withPlaces(offices.stream().flatMap(office -> Place.parse(office).stream()).toList())
        .withRemote(
            offices.stream().flatMap(office -> RemoteMode.ofPlace(office).stream()).findFirst())
        .withPosted(text("createdAt").flatMap(day -> Posting.day(day, clock)))
        .withEmploymentTypes(employmentTypes())
        .withSalary(
            position.first("> salaryInformation").flatMap(pay -> new PersonioPay(pay).salary()))
        .withDescription(description())
        .withTags(tags())
        .withDetail(PostingDetail.DEPARTMENT, text("department"))
        .withDetail(PostingDetail.FUNCTION, text("occupationCategory").map(PersonioPosition::words))
        .withDetail(PostingDetail.LEVEL, text("seniority"))
        .withDetail(
            PostingDetail.EXPERIENCE, text("yearsOfExperience").map(PersonioPosition::years));
  }

  private Optional<String> text(String name) {
    return position.text("> " + name);
  }

  /** The main one first. */
  private List<String> offices() {
    return position.select("> office, > additionalOffices > office").stream()
        .flatMap(office -> office.text().stream())
        .distinct()
        .toList();
  }

  private Set<EmploymentType> employmentTypes() {
    var types = EnumSet.noneOf(EmploymentType.class);
    Stream.of("employmentType", "schedule", "recruitingCategory")
        .flatMap(name -> text(name).stream())
        .map(word -> word.replace("full-or-part-time", "full-time or part-time"))
        .forEach(word -> types.addAll(EmploymentType.parse(word)));
    return types;
  }

  /** All parts of the text, each below its name. */
  private Optional<String> description() {
    var html = new StringBuilder();
    for (Markup part : position.select("> jobDescriptions > jobDescription")) {
      part.text("> value")
          .ifPresent(
              value -> {
                part.text("> name")
                    .ifPresent(
                        name -> html.append("<h3>%s</h3>\n".formatted(Markup.escaped(name))));
                html.append(value.strip()).append('\n');
              });
    }
    return html.isEmpty() ? Optional.empty() : Optional.of(html.toString());
  }

  private List<String> tags() {
    return Stream.of(
            text("keywords").stream().flatMap(words -> Stream.of(words.split(","))),
            text("department").stream(),
            text("occupation").map(PersonioPosition::words).stream())
        .flatMap(tags -> tags)
        .map(String::strip)
        .distinct()
        .toList();
  }

  /** {@code marketing_and_product}. */
  private static String words(String name) {
    return name.replace('_', ' ');
  }

  /** {@code 2-5}, {@code lt-1}, {@code gt-15}. */
  private static String years(String text) {
    String range =
        text.replaceFirst("^lt-", "less than ")
            .replaceFirst("^gt-", "more than ")
            .replaceFirst("(?<=\\d)-(?=\\d)", " to ");
    return range + (text.matches("(.*\\D)?1") ? " year" : " years");
  }
}
