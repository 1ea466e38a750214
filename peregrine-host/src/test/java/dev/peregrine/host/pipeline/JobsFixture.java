package dev.peregrine.host.pipeline;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.TestHome;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Jobs in a real database, and short words for what a board finds. */
abstract class JobsFixture {

  @TempDir Path folder;
  TestHome home;
  Live live;
  Jobs jobs;

  @BeforeEach
  void openHome() {
    home = new TestHome(folder);
    live = new Live();
    jobs = new Jobs(home.databases(), live, home.clock());
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  static Posting posting(String id, String title, String company) {
    return Posting.of(id, title, URI.create("https://jobs.example.com/" + id))
        .withCompany(Optional.of(company));
  }

  static Posting in(Posting posting, String place) {
    return posting.withPlaces(List.of(Place.of(place).orElseThrow()));
  }

  static Posting saying(Posting posting, String description) {
    return posting.withDescription(Optional.of(description));
  }

  /** A text of its own for each number. */
  static String text(int number, int words) {
    var text = new StringBuilder();
    for (int at = 0; at < words; at++) {
      text.append("w").append(number * 10_000 + at).append(' ');
    }
    return text.toString();
  }

  static Found found(String board, Posting posting) {
    return new Found(posting, board, OptionalLong.empty(), Optional.empty());
  }

  static Found hidden(String board, Posting posting, String rule, String detail) {
    return new Found(posting, board, OptionalLong.empty(), Optional.of(new Hidden(rule, detail)));
  }

  List<Stored> store(Found... found) {
    return home.with(() -> jobs.store(List.of(found)));
  }

  long add(Posting posting) {
    return store(found("board", posting)).getFirst().job();
  }

  List<Long> addMany(int count) {
    List<Found> all = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      all.add(found("board", posting("n" + at, "Title " + at + " w" + at, "Company " + at)));
    }
    return home.with(() -> jobs.store(all)).stream().map(Stored::job).toList();
  }

  Job job(long id) {
    return home.with(() -> jobs.findById(id)).orElseThrow();
  }

  JobPage page(JobFilter filter) {
    return home.with(() -> jobs.page(filter, Optional.empty(), 50));
  }

  List<Long> ids(JobFilter filter) {
    return page(filter).rows().stream().map(JobRow::id).toList();
  }

  Move move(Stage to, Long... ids) {
    return home.with(() -> jobs.move(List.of(ids), to, Optional.empty()));
  }

  Counts counts() {
    return home.with(jobs::counts);
  }
}
