package dev.peregrine.plugin.board.hackernews;

import dev.peregrine.api.ExtensionContext;
import dev.peregrine.api.RemoteMode;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A comment as lines of plain text.
 *
 * @param lines none is blank
 */
record CommentText(List<String> lines) {

  private static final int LONGEST = 50_000;
  private static final int LONGEST_HEADLINE = 1_000;

  /** Greetings stand above the line with the bars at times. */
  private static final int HEADLINE_AMONG = 3;

  private static final Pattern BREAK = Pattern.compile("(?i)</?(?:p|pre|br|li)\\b[^>]{0,20}>|\\n");
  private static final Pattern KEYWORD = Pattern.compile("\\b(REMOTE|ONSITE|ON-SITE|HYBRID)\\b");
  private static final Pattern NEGATED =
      Pattern.compile("\\b(?:NO|NOT|NON)[ -]+(?:REMOTE|ONSITE|ON-SITE|HYBRID)\\b");

  private static final Pattern MAIL =
      Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}");

  /** {@code jobs [at] acme [dot] example}, {@code jobs AT acme DOT example}. */
  private static final Pattern SPELLED_MAIL =
      Pattern.compile(
          "([\\w.+-]{1,64})\\s?(?:[\\[({<]\\s?(?:at|AT|@)\\s?[\\])}>]|\\bAT\\b)\\s?"
              + "([\\w-]{1,63}(?:(?:\\s?(?:[\\[({<]\\s?(?:dot|DOT|\\.)\\s?[\\])}>]|\\bDOT\\b)\\s?|\\.)[\\w-]{2,63}){1,3})");

  private static final Pattern DOT =
      Pattern.compile("\\s?(?:[\\[({<]\\s?(?:dot|DOT|\\.)\\s?[\\])}>]|\\bDOT\\b)\\s?");

  static CommentText of(String html, ExtensionContext context) {
    String text = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
    return new CommentText(
        Stream.of(BREAK.split(text))
            .filter(line -> !line.isBlank())
            .flatMap(line -> plain(line, context).stream())
            .toList());
  }

  private static Optional<String> plain(String line, ExtensionContext context) {
    boolean isPlain = line.indexOf('<') < 0 && line.indexOf('&') < 0;
    return isPlain ? Optional.of(line.strip()) : context.html(line).text();
  }

  /** The line that says who hires whom and where; empty where there is no text. */
  String headline() {
    return lines.stream()
        .limit(HEADLINE_AMONG)
        .filter(line -> line.indexOf('|') > 0)
        .findFirst()
        .or(() -> lines.stream().findFirst())
        .map(line -> line.length() > LONGEST_HEADLINE ? line.substring(0, LONGEST_HEADLINE) : line)
        .orElse("");
  }

  /** The lines that are not the headline. */
  Stream<String> body() {
    String headline = headline();
    return lines.stream().filter(line -> !line.equals(headline));
  }

  String whole() {
    return String.join("\n", lines);
  }

  boolean hasContact() {
    return whole().contains("http") || !mails().isEmpty();
  }

  /** What the keywords say that the thread asks for in capitals, where they say one thing. */
  Optional<RemoteMode> remote() {
    var modes = EnumSet.noneOf(RemoteMode.class);
    Matcher keyword = KEYWORD.matcher(NEGATED.matcher(whole()).replaceAll(""));
    while (keyword.find()) {
      RemoteMode.parse(keyword.group(1).toLowerCase(Locale.ROOT)).ifPresent(modes::add);
    }
    return modes.size() == 1 ? modes.stream().findFirst() : Optional.empty();
  }

  /** The mail addresses, those too that are spelled out against collectors. */
  List<String> mails() {
    Set<String> mails = new LinkedHashSet<>();
    String text = whole();
    Matcher plain = MAIL.matcher(text);
    while (plain.find()) {
      mails.add(plain.group());
    }
    Matcher spelled = SPELLED_MAIL.matcher(text);
    while (spelled.find()) {
      mails.add(spelled.group(1) + "@" + DOT.matcher(spelled.group(2)).replaceAll("."));
    }
    return List.copyOf(mails);
  }
}
