package dev.peregrine.host.research;

import dev.peregrine.host.injections.Injections;
import java.text.BreakIterator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a person reads on a page: no scripts, no menus, nothing hidden. Sentences that speak to
 * machines are left out.
 *
 * @param toMachines whether there were such sentences
 * @param page for its links; without what was left out
 */
record PageText(
    String title, String text, Optional<LocalDate> published, boolean toMachines, Document page) {

  /** Larger pages are cut here before they are read. */
  static final int LONGEST = 1_500_000;

  private static final int ENOUGH = 400;
  private static final Pattern DAY = Pattern.compile("\\b((?:19|20)\\d\\d-[01]\\d-[0-3]\\d)");
  private static final Pattern TAG = Pattern.compile("<[^>]{0,400}>");

  static PageText of(String html, String address) {
    String cut = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
    Document page = Jsoup.parse(cut, address);
    boolean toMachines = Injections.find(cut).stream().anyMatch(found -> !found.isNote());
    page.select("script, style, noscript, template, svg, iframe, object, form, [aria-hidden=true]")
        .remove();
    Element body = page.body();
    Element main = body.selectFirst("main, article, [role=main]");
    boolean mainIsEnough = main != null && main.text().length() >= ENOUGH;
    Document read = page.clone();
    read.select("nav, header, footer, aside").remove();
    String markup =
        mainIsEnough && main != null
            ? main.outerHtml()
            : read.body().text().length() >= ENOUGH ? read.body().outerHtml() : body.outerHtml();
    return new PageText(
        title(page), lines(Injections.seen(markup), toMachines), published(page), toMachines, page);
  }

  private static String title(Document page) {
    String named = page.select("meta[property=og:title]").attr("content");
    return page.title().isBlank() ? named : page.title();
  }

  private static Optional<LocalDate> published(Document page) {
    String said =
        page.select("meta[property=article:published_time], meta[name=date]").attr("content");
    return day(said).or(() -> day(page.select("article time[datetime]").attr("datetime")));
  }

  /** One paragraph a line, none twice. */
  private static String lines(String seen, boolean toMachines) {
    var lines = new LinkedHashSet<String>();
    int letters = 0;
    for (String raw : seen.split("\\R")) {
      String line = raw.replaceAll("[\\s\\u00a0]+", " ").strip();
      if (line.length() > 1 && letters < Source.LONGEST) {
        String kept = toMachines ? withoutSpeech(line) : line;
        if (!kept.isBlank() && lines.add(kept)) {
          letters += kept.length() + 1;
        }
      }
    }
    return String.join("\n", lines);
  }

  private static String withoutSpeech(String line) {
    if (Injections.find(line).isEmpty()) {
      return line;
    }
    return String.join(
        " ", sentences(line).stream().filter(one -> Injections.find(one).isEmpty()).toList());
  }

  /** A posting's text without the sentences that speak to machines. */
  static String ofPosting(String text) {
    return lines(text, !Injections.find(text).isEmpty());
  }

  /** A text without markup, as search engines put some into what they say. */
  static String plain(String text) {
    return text.indexOf('<') < 0 && text.indexOf('&') < 0
        ? text
        : Jsoup.parse(TAG.matcher(text).replaceAll(" ")).text();
  }

  /** The sentences of a text, line by line. */
  static List<String> sentences(String text) {
    var sentences = new ArrayList<String>();
    for (String line : text.split("\\R")) {
      BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
      breaks.setText(line);
      int from = breaks.first();
      for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
        String sentence = line.substring(from, to).strip();
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
        }
        from = to;
      }
    }
    return sentences;
  }

  /** The day in a date or time as machines write it. */
  static Optional<LocalDate> day(String text) {
    Matcher day = DAY.matcher(text);
    try {
      return day.find() ? Optional.of(LocalDate.parse(day.group(1))) : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
