package dev.peregrine.host.leads;

import dev.peregrine.api.mail.MailMessage;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by their wording mails in which somebody offers a position from mails about an own one. */
final class ApproachWords {

  private static final int BEGINNING = 3_000;

  private static final List<Pattern> APPROACHES =
      List.of(
          word("(?:came|stumbled|ran) across your|found your (?:profile|cv|resume|details|github)"),
          word(
              "your (?:profile|background|experience|cv|resume|skills?)\\b.{0,60}\\b(?:caught|stood|look|seem|match|fit|impress|align|good|great|strong|perfect)"),
          word(
              "(?:i(?:'m| am)|we(?:'re| are)|who (?:is|are)|that is|client is)(?: currently| now| actively)? (?:hiring|recruiting|looking (?:for|to (?:hire|add|grow))|searching for|sourcing)"),
          word(
              "would you be (?:open|interested|up for)|are you (?:open to|currently looking|interested in hearing)|open to (?:new|hearing|exploring|a (?:new|chat|quick))"),
          word(
              "(?:exciting|great|new|interesting|excellent|fantastic|open|potential|amazing) (?:\\w+ ){0,3}(?:opportunity|role|position|opening|vacancy)"),
          word("(?:my|our|a) client\\b|on behalf of"),
          word("reach(?:ing|ed)? out (?:to you )?(?:because|about|regarding|as|with|to see|on)"),
          word(
              "(?:role|position|opportunity|opening)\\b.{0,80}\\b(?:might|may|could|would) (?:\\w+ )?(?:interest|suit|fit|be (?:a|of|right|interesting))"),
          word("not sure (?:if|whether) you(?:'re| are) (?:looking|open)"),
          word(
              "(?:ihr|dein|euer) (?:profil|werdegang|lebenslauf|hintergrund)|ihre (?:erfahrung|kenntnisse)\\b.{0,50}\\b(?:pass|überzeug|interess|aufgefallen)"),
          word(
              "(?:auf sie|auf dich|auf ihr profil|auf dein profil) (?:aufmerksam|gestoßen|gekommen)"),
          word(
              "(?:spannende|interessante|neue|passende|attraktive|vakante|offene)[nrs]? (?:\\w+ ){0,2}(?:position|stelle|herausforderung|aufgabe|möglichkeit|vakanz|rolle|perspektive|gelegenheit)"),
          word(
              "offen für (?:neue|ein|einen|eine|gespräche|etwas)|wechselbereit|wechselwillig|(?:neue|berufliche) (?:perspektive|veränderung|herausforderung)"),
          word(
              "für (?:unseren|einen unserer|meinen|einen) (?:kunden|mandanten|auftraggeber|klienten)|im auftrag (?:unseres|eines|meines)"),
          word(
              "(?:suchen|suche|sucht)(?: wir| ich)?(?: aktuell| derzeit| zurzeit| gerade| momentan)?(?: für \\w+(?: \\w+)?)?(?: ab sofort)?(?: nach)? (?:einen|eine|eine:n|eine\\*n|verstärkung|erfahrene|dich|sie\\b)"));

  private static final Pattern OWN_APPLICATION =
      word(
          "your (?:recent )?application|you (?:have |recently )?applied|(?:thank you|thanks) for (?:applying|your application|your interest in (?:the|our|joining))"
              + "|(?:ihre|deine|ihrer|deiner) bewerbung|für (?:ihr|dein) interesse an|bewerbungseingang|ihre unterlagen");

  private static final Pattern SELLING =
      word(
          "unsere schulung|webinar|% (?:off|rabatt|discount)|free trial|book a demo|newsletter|coupon|gutschein|limited time|crypto|investment opportunit|business opportunity|franchise|work from home and earn|verification code|wire transfer|gift card");

  private ApproachWords() {}

  /** On small letters: to ignore the case at each letter takes many times as long. */
  private static Pattern word(String regex) {
    return Pattern.compile("\\b(?:" + regex + ")");
  }

  /** How many wordings of somebody who offers a position a mail has. */
  static int count(MailMessage mail) {
    String text = text(mail);
    return (int) APPROACHES.stream().filter(pattern -> pattern.matcher(text).find()).count();
  }

  /** Whether it speaks of an application that the person made. */
  static boolean isOfOwnApplication(MailMessage mail) {
    return OWN_APPLICATION.matcher(text(mail)).find();
  }

  /** Whether it sells something, or went to many. */
  static boolean isToMany(MailMessage mail) {
    return mail.headers().containsKey("list-id")
        || mail.headers().getOrDefault("precedence", "").matches("(?i)bulk|list")
        || SELLING.matcher(text(mail)).find();
  }

  private static String text(MailMessage mail) {
    String text = mail.subject() + "\n" + mail.text();
    return text.substring(0, Math.min(text.length(), BEGINNING))
        .replace('’', '\'')
        .toLowerCase(Locale.ROOT);
  }
}
