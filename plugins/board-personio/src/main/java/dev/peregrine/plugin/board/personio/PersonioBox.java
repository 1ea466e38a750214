package dev.peregrine.plugin.board.personio;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A link to a posting on an employer's page, for employers that have switched their feed off. */
record PersonioBox(Markup link) implements PersonioRow {

  private static final Pattern POSTING = Pattern.compile("/job/(\\d{1,19})(?:[/?#].*)?$");

  @Override
  public String id() throws ExtensionException {
    Matcher posting = POSTING.matcher(link.attribute("href").orElse(""));
    if (!posting.find()) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "A link could not be read, expected one to /job/ and a number. The posting was left out.");
    }
    return posting.group(1);
  }

  @Override
  public Posting read(Employer employer, URI pages, InstantSource clock) throws ExtensionException {
    Optional<String> office = link.text(".multi-offices-desktop");
    return Posting.of(id(), link.need(".jb-title"), HttpCall.under(pages, "job", id()))
        .withCompany(Optional.of(employer.label()))
        .withPlaces(office.flatMap(Place::parse).stream().toList())
        .withRemote(office.flatMap(RemoteMode::ofPlace));
  }
}
