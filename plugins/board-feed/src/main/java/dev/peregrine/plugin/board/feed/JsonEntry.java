package dev.peregrine.plugin.board.feed;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.Posting;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One of the {@code items} of a JSON Feed. Some hold a whole JobPosting beside the text. */
record JsonEntry(Json item, URI feed, InstantSource clock) implements Entry {

  @Override
  public Optional<String> heading() {
    return item.at("title").text();
  }

  @Override
  public Optional<URI> link() {
    return item.at("url")
        .text()
        .or(() -> item.at("external_url").text())
        .or(() -> item.at("id").text().filter(id -> id.startsWith("http")))
        .flatMap(text -> HttpCall.address(feed, text));
  }

  @Override
  public Posting posting(Headings headings) throws ExtensionException {
    String heading = item.at("title").need();
    URI link = link().orElseThrow();
    String nativeId = Entry.nativeId(item.at("id").text(), link);
    Posting said = schema(link).orElseGet(() -> Posting.of(nativeId, heading, link));
    return new Posting(
        nativeId,
        headings.role(heading),
        said.company().or(() -> headings.company(heading)),
        link,
        said.applyUrl(),
        said.places(),
        said.remote(),
        said.posted()
            .or(() -> item.at("date_published").text().flatMap(text -> Posting.day(text, clock))),
        said.closes(),
        said.employmentTypes(),
        said.salary(),
        said.description().or(this::content),
        said.tags().isEmpty() ? tags() : said.tags(),
        said.details());
  }

  private Optional<Posting> schema(URI link) {
    return item.names().stream()
        .filter(name -> name.startsWith("_"))
        .map(item::at)
        .filter(extension -> extension.at("@type").text().equals(Optional.of("JobPosting")))
        .findFirst()
        .flatMap(data -> Posting.fromSchema(data, link));
  }

  private Optional<String> content() {
    return item.at("content_html")
        .text()
        .or(() -> item.at("content_text").text())
        .or(() -> item.at("summary").text());
  }

  private List<String> tags() {
    return item.at("tags").items().stream().flatMap(tag -> tag.text().stream()).distinct().toList();
  }
}
