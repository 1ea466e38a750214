package dev.peregrine.api;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A view of one place in a JSON document. Reading never fails: what is absent, null or of another
 * kind is {@linkplain #isPresent() not present} and answers with nothing, so that one odd row costs
 * only itself. The host implements it.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @since 0.1
 */
public interface Json {

  /** A text as a string of JSON, in its quotes. GraphQL reads it too. */
  static String quoted(String text) {
    return text.codePoints()
        .mapToObj(
            sign ->
                switch (sign) {
                  case '"' -> "\\\"";
                  case '\\' -> "\\\\";
                  case '\n' -> "\\n";
                  default ->
                      sign < ' ' || Character.getType(sign) == Character.SURROGATE
                          ? "\\u%04x".formatted(sign)
                          : Character.toString(sign);
                })
        .collect(Collectors.joining("", "\"", "\""));
  }

  /** The member of that name of an object. */
  Json at(String name);

  /** The item at that place of an array, from 0. */
  Json at(int index);

  /** The items of an array, or the members' values of an object; nothing for anything else. */
  List<Json> items();

  /** The members' names of an object, in their order. */
  List<String> names();

  /** Whether there is a value other than null here. */
  boolean isPresent();

  /** Whether this is an object. */
  boolean isObject();

  /** Whether this is an array. */
  boolean isArray();

  /**
   * A string without blanks around it, or a number or boolean as it is written; empty for blank
   * strings and for the words {@code null} and {@code nan} that careless servers send.
   */
  Optional<String> text();

  /**
   * A string exactly as it stands, blanks and all, also an empty one; empty for everything else.
   * For pieces of a longer text, of which each blank counts.
   */
  Optional<String> verbatim();

  /**
   * {@link #text}, where a row is of no use without it.
   *
   * @throws ExtensionException {@code CHANGED_REMOTE} where there is none; the message names the
   *     place in the document and is read by a person
   */
  default String need() throws ExtensionException {
    return text()
        .orElseThrow(
            () ->
                new ExtensionException(
                    ExtensionException.Kind.CHANGED_REMOTE,
                    "\"%s\" could not be read, expected a value. The posting was left out."
                        .formatted(path())));
  }

  /**
   * An absolute {@code http} or {@code https} address, read as {@link HttpCall#address(String)}.
   */
  default Optional<URI> address() {
    return text().flatMap(HttpCall::address);
  }

  /**
   * {@link #address}, where a row is of no use without it.
   *
   * @throws ExtensionException {@code CHANGED_REMOTE} where there is none; the message names the
   *     place in the document and is read by a person
   */
  default URI needAddress() throws ExtensionException {
    return address()
        .orElseThrow(
            () ->
                new ExtensionException(
                    ExtensionException.Kind.CHANGED_REMOTE,
                    "\"%s\" could not be read, expected an absolute http or https address. The posting was left out."
                        .formatted(path())));
  }

  /** The {@linkplain #text texts} of an array's items, or the one text; blank ones are left out. */
  default List<String> texts() {
    return isArray()
        ? items().stream().flatMap(item -> item.text().stream()).toList()
        : text().stream().toList();
  }

  /** A number, also where it is written as a string such as {@code "75.00"}. */
  Optional<BigDecimal> number();

  /** A boolean, also where it is written as a string. */
  Optional<Boolean> flag();

  /** Where this is in the document, such as {@code jobs[3].salary}: for messages. */
  String path();
}
