package dev.peregrine.host.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import dev.peregrine.host.tiers.Tier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VisitorsTest {

  @TempDir Path home;

  private Instant now = Instant.parse("2026-03-12T08:41:00Z");
  private final Tenants tenants = new Tenants(() -> now);
  private final List<String> made = new ArrayList<>();
  private Template template;
  private Visitors visitors;

  @BeforeEach
  void open() {
    template = new Template(home.resolve("templates"), this::make, () -> now);
    visitors =
        new Visitors(
            home.resolve("visitors"),
            template,
            VisitorLimits.of(2, Duration.ofMinutes(60)),
            () -> now,
            new Random(1));
    visitors.begin(tenants);
    template.begin();
  }

  private void make(Path folder) {
    try {
      Files.createDirectories(folder.resolve("data"));
      Files.writeString(folder.resolve("data").resolve("day.txt"), now.toString());
      made.add(now.toString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Visitors.Visit visit() {
    return visitors.welcome().orElseThrow();
  }

  private void pass(Duration time) {
    now = now.plus(time);
    visitors.tidy();
  }

  @Test
  void eachHasACopyAndIsKnownByAWordOfTheirOwn() throws Exception {
    Visitors.Visit ann = visit();
    Visitors.Visit bob = visit();
    assertThat(ann.word()).matches("[0-9a-f]{32}").isNotEqualTo(bob.word());
    Files.writeString(ann.tenant().data().resolve("day.txt"), "changed");
    assertThat(bob.tenant().data().resolve("day.txt")).hasContent("2026-03-12T08:41:00Z");
    assertThat(visitors.known(ann.word(), true).orElseThrow().tenant()).isEqualTo(ann.tenant());
    assertThat(visitors.known("0".repeat(32), true)).isEmpty();
    assertThat(tenants.present()).containsExactly(ann.tenant(), bob.tenant());
    assertThat(ann.tenant().id()).doesNotContain(ann.word());
  }

  @Test
  void aCopyGoesAnHourAfterItWasUsedLastHoweverLongAPageIsOpen() {
    Visitors.Visit ann = visit();
    pass(Duration.ofMinutes(50));
    assertThat(visitors.known(ann.word(), true)).isPresent();
    pass(Duration.ofMinutes(59));
    assertThat(visitors.known(ann.word(), false)).isPresent();
    pass(Duration.ofMinutes(2));
    assertThat(visitors.known(ann.word(), false)).isEmpty();
    assertThat(ann.tenant().home()).doesNotExist();
    assertThat(tenants.present()).isEmpty();
  }

  @Test
  void nobodyKeepsACopyForEver() {
    Visitors.Visit ann = visit();
    for (int hour = 0; hour < 7; hour++) {
      var _ = visitors.known(ann.word(), true);
      pass(Duration.ofMinutes(55));
    }
    assertThat(visitors.known(ann.word(), true)).isEmpty();
  }

  @Test
  void whereItIsFullWhoNeverCameBackMakesRoomAndWhoJustCameStays() {
    Visitors.Visit reader = visit();
    Visitors.Visit robot = visit();
    assertThat(visitors.welcome()).isEmpty();
    now = now.plus(Duration.ofMinutes(1));
    var _ = visitors.known(reader.word(), true);
    now = now.plus(Duration.ofMinutes(30));
    Visitors.Visit next = visit();
    assertThat(visitors.known(robot.word(), true)).isEmpty();
    assertThat(visitors.known(reader.word(), true)).isPresent();
    assertThat(visitors.known(next.word(), true)).isPresent();
    assertThat(robot.tenant().home()).doesNotExist();
    assertThat(visitors.count()).isEqualTo(2);
  }

  @Test
  void whoFillsTheDiskLeaves() throws Exception {
    Visitors.Visit ann = visit();
    try (var file =
        new java.io.RandomAccessFile(ann.tenant().data().resolve("large").toFile(), "rw")) {
      file.setLength((64L << 20) + 1);
    }
    visitors.tidy();
    assertThat(visitors.known(ann.word(), true)).isEmpty();
    assertThat(ann.tenant().home()).doesNotExist();
  }

  @Test
  void whoBeginsAnewHasAFreshCopyAndCanGoBackForAWhile() throws Exception {
    Visitors.Visit ann = visit();
    Files.writeString(ann.tenant().data().resolve("day.txt"), "changed");
    ann.tenant().run(() -> visitors.keep(visitors.state().withTier(Tier.FREE)));
    ann.tenant().run(visitors::beginAnew);
    Tenant fresh = visitors.known(ann.word(), true).orElseThrow().tenant();
    assertThat(fresh.data().resolve("day.txt")).hasContent("2026-03-12T08:41:00Z");
    assertThat(fresh.calling(visitors::state).tier()).isEqualTo(Tier.FREE);
    assertThat(fresh.calling(visitors::backToBefore)).isTrue();
    Tenant again = visitors.known(ann.word(), true).orElseThrow().tenant();
    assertThat(again.data().resolve("day.txt")).hasContent("changed");
    assertThat(fresh.home()).doesNotExist();
    again.run(visitors::beginAnew);
    pass(Duration.ofMinutes(11));
    assertThat(again.home()).doesNotExist();
    Tenant last = visitors.known(ann.word(), true).orElseThrow().tenant();
    assertThat(last.calling(visitors::backToBefore)).isFalse();
  }

  @Test
  void theTemplateIsMadeAnewEachDayAndWhoIsHereKeepsTheirs() {
    Visitors.Visit ann = visit();
    template.renewIfOld();
    assertThat(made).hasSize(1);
    now = now.plus(Duration.ofHours(13));
    template.renewIfOld();
    assertThat(made).hasSize(2);
    assertThat(ann.tenant().data().resolve("day.txt")).hasContent("2026-03-12T08:41:00Z");
    Optional<Visitors.Visit> bob = visitors.welcome();
    assertThat(bob.orElseThrow().tenant().data().resolve("day.txt"))
        .hasContent("2026-03-12T21:41:00Z");
    assertThat(Folders.in(home.resolve("templates"))).hasSize(1);
  }

  @Test
  void whatAnEarlierRunOrLateWorkLeftIsRemoved() throws Exception {
    Path stray = Files.createDirectories(home.resolve("visitors").resolve("visitor-late"));
    Files.setLastModifiedTime(
        stray, java.nio.file.attribute.FileTime.from(now.minus(Duration.ofMinutes(5))));
    visitors.tidy();
    assertThat(stray).doesNotExist();
  }
}
