package dev.peregrine.host.pipeline;

import dev.peregrine.api.Posting;
import dev.peregrine.host.pipeline.JobReadMapper.SightingRow;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes sightings out of rows: what each says otherwise, and which is the link to follow. */
final class Sightings {

  private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+|\\R+|\\s*[•·]\\s*");
  private static final int MOST_TOLD = 3;
  private static final int LONGEST_TOLD = 240;

  private final List<SightingRow> rows;
  private final Posting posting;
  private final String text;

  Sightings(List<SightingRow> rows, Posting posting, String text) {
    this.rows = rows;
    this.posting = posting;
    this.text = text;
  }

  List<Sighting> all() {
    Set<String> boards = new HashSet<>();
    List<Sighting> all = new ArrayList<>();
    for (SightingRow row : rows) {
      all.add(sighting(row, !boards.add(row.board())));
    }
    return all;
  }

  /** The employer's own page, or else where it was found first. */
  Optional<SightingRow> preferred() {
    return rows.stream().min(Comparator.comparing(row -> !isEmployersOwn(row)));
  }

  private Sighting sighting(SightingRow row, boolean isOnBoardAlready) {
    Optional<Instant> reposted =
        Optional.ofNullable(row.reposted())
            .or(() -> isOnBoardAlready ? Optional.of(row.firstSeen()) : Optional.empty())
            .map(Instant::ofEpochMilli);
    return new Sighting(
        row.id(),
        row.board(),
        URI.create(row.postingUrl()),
        Instant.ofEpochMilli(row.firstSeen()),
        Instant.ofEpochMilli(row.lastSeen()),
        row.pay().salary(),
        isEmployersOwn(row),
        reposted,
        rows.size() > 1 ? Optional.of(said(row)) : Optional.empty());
  }

  /** An agency has its own page too; it is not the employer's. */
  private boolean isEmployersOwn(SightingRow row) {
    String company = CompanyKey.of(posting.company());
    return EmployersPage.is(URI.create(row.postingUrl()), company)
        && CompanyKey.of(Optional.ofNullable(row.company())).equals(company);
  }

  private Said said(SightingRow row) {
    List<String> there = sentences(row.descriptionText());
    List<String> here = sentences(text);
    Set<String> known = plain(here);
    Set<String> knownThere = plain(there);
    boolean hasBoth = !there.isEmpty() && !here.isEmpty();
    return new Said(
        Optional.of(row.title()).filter(title -> !title.equals(posting.title())),
        Optional.ofNullable(row.company())
            .filter(name -> !posting.company().equals(Optional.of(name))),
        place(row),
        row.pay().salary().isPresent() && !row.pay().salary().equals(posting.salary()),
        hasBoth
            ? Optional.of(
                (int)
                    Math.round(
                        100 * Shingles.of(row.descriptionText()).shareWith(Shingles.of(text))))
            : Optional.empty(),
        hasBoth
            ? there.stream()
                .filter(sentence -> !known.contains(Folded.of(sentence)))
                .limit(MOST_TOLD)
                .map(Sightings::shortened)
                .toList()
            : List.of(),
        hasBoth ? (int) known.stream().filter(each -> !knownThere.contains(each)).count() : 0);
  }

  private Optional<String> place(SightingRow row) {
    PlaceKey here = PlaceKey.of(posting.places(), posting.remote());
    PlaceKey there = PlaceKey.of(StoredText.places(row.places()), JobReading.remote(row.remote()));
    return there.spots().isEmpty() || there.spots().equals(here.spots())
        ? Optional.empty()
        : Optional.of(StoredText.places(row.places()).getFirst().text());
  }

  private static List<String> sentences(String said) {
    return SENTENCES
        .splitAsStream(said)
        .map(String::strip)
        .filter(sentence -> sentence.chars().filter(Character::isLetter).count() > 10)
        .toList();
  }

  private static Set<String> plain(List<String> sentences) {
    Set<String> plain = new HashSet<>();
    sentences.forEach(sentence -> plain.add(Folded.of(sentence)));
    return plain;
  }

  private static String shortened(String sentence) {
    return sentence.length() <= LONGEST_TOLD ? sentence : sentence.substring(0, LONGEST_TOLD) + "…";
  }
}
