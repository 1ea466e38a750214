package dev.peregrine.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The microdata of a page read as if it were JSON, so that it is understood in one place: a scope
 * is an object, a property that occurs several times an array.
 *
 * <p><b>Source:</b> <a href="https://html.spec.whatwg.org/multipage/microdata.html">HTML Living
 * Standard, 5</a>.
 *
 * @param elements those that carry the property; none where it is absent
 * @param property its name; blank for the outermost scope
 */
record Microdata(List<Markup> elements, String property) implements Json {

  /** What stands in a scope within this one is a property of that one. */
  private static final String NOT_NESTED = ":not([itemscope] [itemscope] [itemprop])";

  private static final Set<String> ADDRESSES = Set.of("url", "sameAs", "logo", "image");

  /** Properties whose value is text with paragraphs and lists. */
  private static final Set<String> TEXTS =
      Set.of(
          "description",
          "responsibilities",
          "qualifications",
          "skills",
          "experienceRequirements",
          "educationRequirements",
          "jobBenefits",
          "incentiveCompensation");

  static Json of(Markup scope) {
    return new Microdata(List.of(scope), "");
  }

  @Override
  public Json at(String name) {
    if (elements.isEmpty() || !name.matches("[A-Za-z]+")) {
      return new Microdata(List.of(), name);
    }
    Markup element = elements.getFirst();
    String css = "[itemprop~=(?:^|\\s)%s(?:$|\\s)]".formatted(name);
    return new Microdata(element.select(css + NOT_NESTED), name);
  }

  @Override
  public Json at(int index) {
    return new Microdata(
        index >= 0 && index < elements.size() ? List.of(elements.get(index)) : List.of(), property);
  }

  @Override
  public List<Json> items() {
    var items = new ArrayList<Json>();
    if (isArray()) {
      elements.forEach(element -> items.add(new Microdata(List.of(element), property)));
    }
    return items;
  }

  @Override
  public List<String> names() {
    return List.of();
  }

  @Override
  public boolean isPresent() {
    return !elements.isEmpty();
  }

  @Override
  public boolean isObject() {
    return elements.size() == 1;
  }

  @Override
  public boolean isArray() {
    return elements.size() > 1;
  }

  @Override
  public Optional<String> text() {
    return elements.size() == 1 ? text(elements.getFirst()) : Optional.empty();
  }

  @Override
  public Optional<String> verbatim() {
    return text();
  }

  @Override
  public Optional<BigDecimal> number() {
    try {
      return text().filter(text -> text.length() < 20).map(BigDecimal::new);
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Boolean> flag() {
    return text().filter(text -> text.equals("true") || text.equals("false")).map(Boolean::valueOf);
  }

  @Override
  public String path() {
    return property;
  }

  private Optional<String> text(Markup element) {
    Stream<String> named =
        ADDRESSES.contains(property)
            ? Stream.of("content", "href", "src")
            : Stream.of("content", "datetime");
    return named
        .flatMap(name -> element.attribute(name).stream())
        .findFirst()
        .or(
            () ->
                TEXTS.contains(property)
                    ? Optional.of(element.inner().strip()).filter(text -> !text.isEmpty())
                    : element.text());
  }
}
