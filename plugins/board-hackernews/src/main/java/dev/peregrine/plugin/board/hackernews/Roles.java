package dev.peregrine.plugin.board.hackernews;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a comment seeks: one posting may offer several roles, and says so in several ways. */
record Roles(Headline headline, CommentText text) {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_ROLE = 90;
  private static final int MOST_IN_TITLE = 6;

  private static final Pattern BULLET =
      Pattern.compile("^(?:[-*•·–—>▪‣]+|\\d{1,2}[.)])\\s*(?=\\S)");

  /** {@code Cheese Engineer: https://…}, a list without bullets. */
  private static final Pattern LINKED = Pattern.compile("^[^:]{3,90}?\\s*[:–—-]\\s*https?://");

  /** Where the name of a role ends in a line. */
  private static final Pattern END =
      Pattern.compile("\\s[-–—|@]\\s|\\s*[:|(]|https?://|\\s\\$|\\.\\s|;");

  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?i)\\b(?:hiring|looking for|seeking|recruiting)\\s+(?:an?|our (?:first|next)|some|several)\\s+"
              + "((?:[\\p{L}\\d/+#.&-]+\\s+){0,5}?(?:engineers?|developers?|designers?|managers?|scientists?"
              + "|analysts?|architects?|researchers?|leads?|writers?|directors?))\\b");

  /** The roles of the headline, else of the text below it, else the headline as it is. */
  String title() {
    List<String> roles = headline.roles();
    if (roles.isEmpty()) {
      roles = inBody();
    }
    String title =
        roles.isEmpty()
            ? sought().or(headline::secondPart).orElse(headline.line())
            : String.join(" / ", roles.stream().limit(MOST_IN_TITLE).toList());
    return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE - 1) + "…" : title;
  }

  /** The roles that stand in lists below the headline. */
  List<String> inBody() {
    return text.body()
        .filter(line -> BULLET.matcher(line).find() || LINKED.matcher(line).find())
        .map(line -> END.split(BULLET.matcher(line).replaceFirst(""), 2)[0])
        .map(role -> role.strip().replaceFirst("^(?:an?|the)\\s+", ""))
        .filter(role -> role.length() <= LONGEST_ROLE && Segment.isRoleName(role))
        .distinct()
        .toList();
  }

  private Optional<String> sought() {
    Matcher sentence = SENTENCE.matcher(text.whole());
    return sentence.find() ? Optional.of(sentence.group(1).strip()) : Optional.empty();
  }
}
