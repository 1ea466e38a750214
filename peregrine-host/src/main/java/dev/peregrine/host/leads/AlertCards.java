package dev.peregrine.host.leads;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads postings out of a mail's lines. Two layouts are known: a title that is a link with employer
 * and place below it, and a block of lines with a bare address or a button at its end.
 *
 * @param postings by address
 * @param others by address
 */
record AlertCards(Map<URI, AlertLink> postings, Map<URI, AlertLink> others) {

  private static final int LINES_OF_A_CARD = 8;
  private static final int LONGEST_TITLE = 160;

  /** {@code Backend engineer at Acme (Berlin)}, as newsletters of people write it. */
  private static final Pattern IN_ONE_LINE =
      Pattern.compile(
          "(.{3,100}?)\\s+(?:at|bei|@|[–—|])\\s+([^,(|–—]{2,60}?)\\s*(?:[(,|–—]\\s*([^()]{2,50}?)\\)?)?\\.?");

  /** What is at the foot of mails, in one word. */
  private static final Pattern PAGE =
      Pattern.compile(
          "(?i)linkedin|facebook|instagram|pinterest|glassdoor|stepstone|einstellungen|impressum|"
              + "datenschutz.*|startseite|homepage|hilfe.*|helpcenter|dashboard|preferences|settings|"
              + "contact|feedback|kontakt|privacy|security|download|nutzungsbedingungen|jobsuche|"
              + "benachrichtigungen|notifications|companies|unternehmen");

  static AlertCards none() {
    return new AlertCards(Map.of(), Map.of());
  }

  static AlertCards read(List<MailLine> lines, boolean companyFirst, boolean ofBoard) {
    var reading = new Reading(companyFirst, ofBoard);
    lines.forEach(reading::line);
    reading.endCard();
    return new AlertCards(reading.postings, reading.others);
  }

  private static final class Reading {
    private final boolean companyFirst;
    private final boolean ofBoard;
    private final Map<URI, AlertLink> postings = new LinkedHashMap<>();
    private final Map<URI, AlertLink> others = new LinkedHashMap<>();

    /** Lines since the last link or rule. */
    private final List<String> block = new ArrayList<>();

    private Optional<MailLink> card = Optional.empty();
    private String title = "";
    private String above = "";
    private final List<String> below = new ArrayList<>();

    Reading(boolean companyFirst, boolean ofBoard) {
      this.companyFirst = companyFirst;
      this.ofBoard = ofBoard;
    }

    void line(MailLine line) {
      if (!line.isLink()) {
        text(line.text());
        return;
      }
      Optional<MailLink> link = MailLink.of(line.href());
      if (link.isEmpty()) {
        text(line.text());
      } else if (link.get().isPosting() || mayBePosting(link.get(), line.text())) {
        posting(link.get(), line.text());
      } else {
        other(link.get(), line.text());
      }
    }

    /** A board's mails count every click: there a link with a title is one of a posting. */
    private boolean mayBePosting(MailLink link, String text) {
      return ofBoard
          && link.isCounting()
          && (isOpen(link)
              || isTitle(text)
              || (isButton(text) && (card.isPresent() || couldEnd())));
    }

    private boolean isOpen(MailLink link) {
      return card.filter(open -> open.address().equals(link.address())).isPresent();
    }

    private static boolean isTitle(String text) {
      boolean named =
          text.contains(" ")
              ? text.length() >= 6
              : (text.length() >= 8 && !PAGE.matcher(text).matches())
                  || text.codePoints().filter(Character::isIdeographic).count() >= 3;
      return named && !CardLine.isNoise(text) && text.length() <= LONGEST_TITLE;
    }

    private static boolean isButton(String text) {
      return text.isEmpty()
          || text.matches(
                  "(?i)(?:view|see|show|apply|zu[mr]?|jetzt|job|stelle|ansehen|anzeigen|details|"
                      + "bewerben|open|read).{0,30}")
              && !text.matches("(?i).*\\b(?:all|alle|more|mehr|weitere)\\b.*");
    }

    private boolean couldEnd() {
      return block.stream().anyMatch(Reading::isTitle);
    }

    private void text(String text) {
      if (CardLine.isRule(text)) {
        endCard();
        block.clear();
        return;
      }
      block.add(text);
      if (card.isPresent() && !text.isEmpty() && below.size() < LINES_OF_A_CARD) {
        below.add(text);
      }
    }

    private void posting(MailLink link, String text) {
      boolean button = CardLine.isNoise(text) || isButton(text);
      if (isOpen(link)) {
        if (!button) {
          below.add(text);
        }
      } else if (!button) {
        String before = lastOfBlock();
        endCard();
        begin(link, text, before);
      } else if (card.isPresent() && sameCard(link)) {
        return;
      } else {
        endCard();
        closing(link, text);
      }
      block.clear();
    }

    /** A button below a title counts clicks by itself, and leads to the same. */
    private boolean sameCard(MailLink link) {
      return link.isCounting() && card.filter(MailLink::isCounting).isPresent();
    }

    private void begin(MailLink link, String text, String before) {
      card = Optional.of(link);
      title = CardLine.title(text);
      above = before;
    }

    private String lastOfBlock() {
      for (int at = block.size() - 1; at >= 0; at--) {
        Optional<String> name = CardLine.name(block.get(at));
        if (name.isPresent()) {
          return name.get();
        }
      }
      return "";
    }

    /** The address stands at the end of a block: its lines say title, employer and place. */
    private void closing(MailLink link, String text) {
      List<String> lines = lastParagraphWithTitle();
      card = Optional.of(link);
      above = "";
      if (lines.isEmpty()) {
        title = CardLine.isNoise(text) ? "" : CardLine.title(text);
      } else if (companyFirst && lines.size() > 1) {
        above = lines.getFirst();
        title = CardLine.title(lines.get(1));
        below.addAll(lines.subList(2, lines.size()));
      } else {
        title = CardLine.title(lines.getFirst());
        below.addAll(lines.subList(1, lines.size()));
      }
      endCard();
    }

    /** What stands above it may be the mail's head; below it only what is said of the position. */
    private List<String> lastParagraphWithTitle() {
      List<List<String>> paragraphs = new ArrayList<>();
      List<String> open = new ArrayList<>();
      for (String line : block) {
        if (line.isEmpty()) {
          if (!open.isEmpty()) {
            paragraphs.add(open);
          }
          open = new ArrayList<>();
        } else if (!CardLine.isNoise(line)) {
          open.add(line);
        }
      }
      if (!open.isEmpty()) {
        paragraphs.add(open);
      }
      return paragraphs.reversed().stream()
          .filter(lines -> isTitle(lines.getFirst()) || lines.getFirst().length() >= 3)
          .findFirst()
          .orElse(List.of());
    }

    void endCard() {
      card.ifPresent(this::add);
      card = Optional.empty();
      title = "";
      above = "";
      below.clear();
    }

    private void add(MailLink link) {
      Optional<String> company = Optional.empty();
      Optional<String> place = Optional.empty();
      List<String> said = below.stream().filter(line -> !CardLine.isNoise(line)).toList();
      int at = 0;
      if (companyFirst && !above.isEmpty()) {
        company = CardLine.name(above);
      } else if (!said.isEmpty()) {
        String[] parts = CardLine.parts(said.getFirst());
        company = CardLine.name(parts[0]);
        place = parts.length > 1 ? CardLine.name(parts[1]) : Optional.empty();
        at = company.isPresent() ? 1 : said.size();
      }
      if (place.isEmpty() && at < said.size()) {
        place = CardLine.name(CardLine.parts(said.get(at))[0]).filter(Reading::isPlace);
      }
      String shown = title;
      Matcher one = IN_ONE_LINE.matcher(title);
      if (company.isEmpty() && one.matches()) {
        shown = one.group(1).strip();
        company = CardLine.name(one.group(2));
        place = Optional.ofNullable(one.group(3)).flatMap(CardLine::name);
      }
      keep(new AlertLink(link.address(), shown, company, place, true, link.isCounting()));
    }

    private static boolean isPlace(String text) {
      return text.length() <= 60 && text.split("\\s+").length <= 6;
    }

    private void keep(AlertLink link) {
      postings.merge(link.address(), link, AlertLink::completedBy);
    }

    private void other(MailLink link, String text) {
      if (!link.isElse()) {
        others.putIfAbsent(
            link.address(),
            new AlertLink(
                link.address(),
                text,
                Optional.empty(),
                Optional.empty(),
                false,
                link.isCounting()));
      }
      if (text.isEmpty() || CardLine.isNoise(text)) {
        block.clear();
      } else {
        text(text);
      }
    }
  }
}
