package dev.peregrine.host.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One form of the addresses of a board's postings.
 *
 * @param label of the host's name, by which the form is found
 * @param host the board's hosts
 * @param path without trailing slashes
 * @param keys of the query whose values name the posting
 * @param value what each value looks like
 * @param plain the address that is kept: {@code {1}} is the first group of the path and of the
 *     values after it, {@code {host}} and {@code {path}} are those of the address
 */
record AddressForm(
    String label, Pattern host, Pattern path, List<Pattern> keys, Pattern value, String plain) {

  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
  private static final String ANY_COUNTRY = "(?:com|[a-z]{2,3}|(?:co|com)\\.[a-z]{2})";

  /**
   * An address whose path names the posting.
   *
   * @param domain {@code *} at its end stands for the domain of any country
   */
  static AddressForm path(String domain, String path, String plain) {
    return new AddressForm(
        label(domain), host(domain), Pattern.compile(path), List.of(), ANY, plain);
  }

  /** An address whose query names the posting; the key {@code #} is the part after that sign. */
  static AddressForm query(String domain, String key, String value, String plain) {
    return new AddressForm(
        label(domain), host(domain), ANY, List.of(key(key)), Pattern.compile(value), plain);
  }

  /** An address whose query names the employer and the posting. */
  static AddressForm embedded(
      String domain, String path, String employer, String posting, String plain) {
    return new AddressForm(
        label(domain),
        host(domain),
        Pattern.compile(path),
        List.of(key(employer), key(posting)),
        Pattern.compile("([\\w-]{1,80})"),
        plain);
  }

  private static Pattern key(String key) {
    return Pattern.compile(key, Pattern.CASE_INSENSITIVE);
  }

  private static String label(String domain) {
    String[] labels = domain.replace(".*", ".any").split("\\.", -1);
    return labels[Math.max(labels.length - (domain.endsWith(".co.uk") ? 3 : 2), 0)];
  }

  private static Pattern host(String domain) {
    String any = domain.endsWith(".*") ? ANY_COUNTRY : "";
    String fixed =
        Pattern.quote(domain.endsWith("*") ? domain.substring(0, domain.length() - 1) : domain);
    return Pattern.compile("(?:[a-z0-9-]+\\.)*" + fixed + any);
  }

  Optional<String> plain(String here, String pathHere, List<String> parameters) {
    Matcher inPath = path.matcher(pathHere);
    if (!host.matcher(here).matches() || !inPath.matches()) {
      return Optional.empty();
    }
    List<String> groups = new ArrayList<>();
    for (int at = 1; at <= inPath.groupCount(); at++) {
      groups.add(inPath.group(at) == null ? "" : inPath.group(at));
    }
    for (Pattern key : keys) {
      Optional<Matcher> found = value(key, parameters);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      groups.add(found.get().group(1));
    }
    String address = plain;
    for (int at = 0; at < groups.size(); at++) {
      address = address.replace("{" + (at + 1) + "}", groups.get(at));
    }
    return Optional.of(
        address
            .replace("{host}", here)
            .replace("{path}", pathHere)
            .replace("{indeed}", indeed(here)));
  }

  private Optional<Matcher> value(Pattern key, List<String> parameters) {
    for (String parameter : parameters) {
      int equals = parameter.indexOf('=');
      if (equals > 0 && key.matcher(parameter.substring(0, equals)).matches()) {
        Matcher found = value.matcher(parameter.substring(equals + 1));
        if (found.matches()) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  /** The site of a country: {@code indeed.fr} and {@code m.indeed.fr} lead to it. */
  private static String indeed(String host) {
    int at = host.indexOf("indeed.");
    String first = host.substring(0, Math.max(at - 1, 0));
    String domain = host.substring(at + "indeed.".length());
    String country = domain.equals("com") ? first : domain.substring(domain.lastIndexOf('.') + 1);
    return (country.matches("[a-z]{2}") ? country : "www") + ".indeed.com";
  }
}
