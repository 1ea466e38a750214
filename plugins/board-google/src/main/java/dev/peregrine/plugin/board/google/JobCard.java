package dev.peregrine.plugin.board.google;

import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Posting;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A posting as a card that people see; its classes are what a build tool made of them. */
record JobCard(Markup card) implements JobRow {

  private static final URI SITE = URI.create(GoogleBoard.SERVER + "/");
  private static final String TITLE = ".tNxQIb";
  private static final Pattern ID = Pattern.compile("docid(?:=|%3D)([\\w-]{6,60})");
  private static final Pattern AGO = Pattern.compile("\\b\\d+ (?:hour|day|month)s? ago\\b");

  static List<JobRow> in(Markup page) {
    return page.select("a[href*=docid]").stream()
        .filter(link -> link.first(TITLE).isPresent())
        .<JobRow>map(JobCard::new)
        .toList();
  }

  @Override
  public Posting posting(InstantSource clock) {
    String href = card.attribute("href").orElseThrow();
    URI address = HttpCall.address(SITE, href).orElseThrow();
    Matcher id = ID.matcher(href);
    // "Austin, TX • via LinkedIn"
    Optional<String> where =
        card.text(".FqK3wc").map(text -> text.split("\\s*•\\s*", 2)[0].strip());
    return Posting.of(
            id.find() ? id.group(1) : address.toString(), card.text(TITLE).orElseThrow(), address)
        .withCompany(card.text(".MKCbgd:not(.FqK3wc)"))
        .withPlaces(where.map(JobRow::places).orElse(List.of()))
        .withRemote(where.flatMap(JobRow::remote))
        .withPosted(ago().flatMap(text -> Posting.day(text, clock)));
  }

  private Optional<String> ago() {
    return card.text().map(AGO::matcher).filter(Matcher::find).map(Matcher::group);
  }
}
