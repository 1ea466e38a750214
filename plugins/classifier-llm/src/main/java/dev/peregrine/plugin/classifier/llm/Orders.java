package dev.peregrine.plugin.classifier.llm;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises mails that give orders to whatever program reads them. */
final class Orders {

  private static final int LONGEST = 20_000;

  /** No employer writes them, and no person does. */
  private static final List<String> KEYS =
      Arrays.stream(MailLabel.values())
          .map(MailLabel::key)
          .filter(key -> key.contains("_"))
          .toList();

  private static final Pattern ORDER =
      Pattern.compile(
          "\\b(ignore|disregard|forget|override)\\s+(\\w+\\s+){0,3}(instructions?|prompts?|rules|orders|directions)\\b"
              + "|\\b(system|developer) (prompt|message|note)\\b"
              + "|\\byou are (now )?(an? )?(\\w+ ){0,2}(assistant|language model|ai|classifier|chatbot|llm)\\b"
              + "|\\b(classify|label|categori[sz]e|rate|mark) (this|the|it|all)\\b.{0,40}\\bas\\b"
              + "|\\b(ignoriere?|vergiss|missachte)\\s+(\\S+\\s+){0,3}(anweisung\\w*|instruktion\\w*|regeln|vorherige\\w*|bisherige\\w*)"
              + "|\\b(stufe|ordne|kennzeichne|klassifiziere) (diese\\w*|die|das|alle\\w*|sie|es)\\b.{0,60}\\b(als|ein)\\b"
              + "|\\bdu bist (jetzt )?(ein\\w* )?(\\w+ )?(assistent\\w*|sprachmodell|ki)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private Orders() {}

  static boolean standIn(MailMessage mail) {
    String text = start(mail.subject()) + "\n" + start(mail.text());
    String small = text.toLowerCase(Locale.ROOT).replace('-', '_');
    return KEYS.stream().anyMatch(small::contains)
        || ORDER.matcher(text.toLowerCase(Locale.ROOT)).find();
  }

  private static String start(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
