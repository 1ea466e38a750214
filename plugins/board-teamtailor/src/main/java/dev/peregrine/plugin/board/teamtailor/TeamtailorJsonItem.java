package dev.peregrine.plugin.board.teamtailor;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.Posting;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** One of the {@code items} of a JSON feed, with a schema.org JobPosting in it. */
record TeamtailorJsonItem(Json item) implements TeamtailorRow {

  @Override
  public Posting read(String employer, InstantSource clock) throws ExtensionException {
    String id = item.at("id").need();
    String title = item.at("title").need();
    URI address =
        item.at("url")
            .address()
            .orElseThrow(
                () ->
                    new ExtensionException(
                        Kind.CHANGED_REMOTE,
                        "\"%s\" could not be read, expected an absolute address. The posting was left out."
                            .formatted(item.at("url").path())));
    Posting data =
        Posting.fromSchema(item.at("_jobposting"), address)
            .orElseGet(() -> Posting.of(id, title, address));
    Posting posting =
        Posting.of(id, title, address)
            .withCompany(data.company().or(() -> Optional.of(employer)))
            .withApplyUrl(data.applyUrl())
            .withPlaces(data.places())
            .withRemote(data.remote())
            .withPosted(
                item.at("date_published")
                    .text()
                    .flatMap(day -> Posting.day(day, clock))
                    .or(data::posted))
            .withCloses(data.closes())
            .withEmploymentTypes(data.employmentTypes())
            .withSalary(data.salary())
            .withDescription(item.at("content_html").text().or(data::description))
            .withTags(data.tags());
    for (var detail : data.details().entrySet()) {
      posting = posting.withDetail(detail.getKey(), Optional.of(detail.getValue()));
    }
    return posting;
  }
}
