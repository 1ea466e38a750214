package dev.peregrine.host.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How mails speak of applications. */
final class Wordings {

  private static final Pattern APPLYING =
      pattern(
          "\\b(?:your|the|you(?:'ve| have)?|thanks? (?:you )?for) (?:recent )?(?:appl(?:ication|ied|ying)|candidacy)\\b"
              + "|\\bappl(?:ied|ying|ication) (?:for|to|with|at)\\b|\\b(?:interview|recruit(?:er|ing|ment)|candidate|hiring|vacancy|job offer|offer letter|onsite|phone screen|take-home|hiring manager|talent)s?\\b"
              + "|\\b(?:position|role|opportunity)\\b"
              + "|bewerb(?:ung|er)|vorstellungsgespräch|kennenlern|\\bstelle\\b|stellenangebot|stellenausschreibung|\\bposition\\b|arbeitsvertrag|probearbeit|personalabteilung|\\bzusage\\b|\\babsage\\b|auswahlverfahren");

  private static final Pattern LIST =
      pattern(
          "\\b(?:new|more|recommended|similar|top|latest|matching) jobs?\\b|\\bjobs? (?:for you|alert|you might|that match|near you|recommendations?|matching)\\b"
              + "|\\d+\\+? (?:new |neue |weitere )?(?:jobs?|stellen\\w*|openings|roles)\\b|\\bjob ?alerts?\\b|\\bneue (?:jobs?|stellen\\w*)\\b|\\bjobs für (?:dich|sie)\\b|jobagent|suchagent|passende (?:jobs?|stellen)|stellenempfehlung|\\bis hiring\\b|\\b(?:and|und) \\d+ (?:more|others|weitere)\\b|\\bdigest\\b|\\bnewsletter\\b|\\bsucht (?:neue|verstärkung)\\b");

  private static final Pattern LISTER =
      pattern(
          "^[^@]*(?:job-?alerts?|jobs-?listings|jobagent|job-?mail|newsletter|digest|recommend|suggest|jobletter|marketing)[^@]*@");

  private static final Pattern TO_MANY =
      pattern(
          "^(?:news|newsletters?|deals?|offers?|promo(?:tions)?|marketing|shop|community|updates?)@");

  private static final String END =
      "[\"”“'’„‚«»*]?\\s*(?:[.,;:!?\\n(|–—]| - |\\b(?:position|role|job|opening|vacancy|at|with|here|within|in our|in unserem|bei|bei uns|und|and|in|on|from|which|has|was|is|we|ist|haben|wurde|vom|am|sowie|erhalten|eingegangen)\\b|$)";

  private static final Pattern NAMED =
      pattern(
          "(?:\\b(?:application|applied|applying|apply|interest|candidacy|interviewing|considered) (?:for|to|in|as) (?:the |our |an? )?(?:(?:position|role|job|opening|post) (?:of|as|for)?\\s*:? ?(?:an? |the )?)?"
              + "|\\b(?:position|role) (?:of|as) (?:an? |the )?"
              + "|\\bbewerbung (?:als|zum|zur|um die (?:stelle|position)(?: als)?|für die (?:stelle|position)(?: als)?|auf die (?:stelle|position)(?: als)?)[: ]\\s*"
              + "|\\b(?:stelle|position) als )"
              + "[\"“”„‚«»'*]?([^\\n]{3,80}?)"
              + END);

  private Wordings() {}

  private static Pattern pattern(String text) {
    // Asked of lower case: to look for both cases of all alphabets takes several times as long.
    return Pattern.compile(text);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  static boolean aboutApplying(String text) {
    return APPLYING.matcher(lower(text)).find();
  }

  /** Whether an address is one from which the same goes to many. */
  static boolean goesToMany(String sender) {
    return TO_MANY.matcher(lower(sender)).find();
  }

  static boolean lists(String subject, String sender) {
    return LIST.matcher(lower(subject)).find() || LISTER.matcher(lower(sender)).find();
  }

  /** What a text may mean by the position that it is about. */
  static List<String> positions(String text) {
    var named = new ArrayList<String>();
    Matcher matcher = NAMED.matcher(lower(text));
    while (matcher.find() && named.size() < 5) {
      named.add(matcher.group(1).strip());
    }
    return named;
  }
}
