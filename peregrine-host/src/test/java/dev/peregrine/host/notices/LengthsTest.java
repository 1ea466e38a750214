package dev.peregrine.host.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notice.Item;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LengthsTest {

  private static Notice notice(String title, String text, int items) {
    return Notice.of("n", Event.DIGEST, title, text, Instant.EPOCH)
        .withItems(
            IntStream.range(0, items)
                .mapToObj(i -> new Item("Item number " + i, "Berlin", Optional.empty()))
                .toList());
  }

  @Test
  void whatFitsStaysAsItIs() {
    Notice whole = notice("Title", "Text", 3);

    assertThat(Lengths.cut(whole, 20, 100)).isEqualTo(whole);
  }

  @Test
  void aTitleOfThreeThousandLettersIsCut() {
    assertThat(Lengths.cut(notice("x".repeat(3000), "", 0), 120, 1000).title())
        .hasSize(120)
        .endsWith("x…");
  }

  @Test
  void aLetterOfTwoPartsIsNotCutInHalves() {
    String title = Lengths.cut(notice("👩".repeat(30), "", 0), 20, 100).title();

    assertThat(title).isEqualTo("👩".repeat(9) + "…");
    assertThat(title.codePoints().noneMatch(each -> Character.getType(each) == Character.SURROGATE))
        .isTrue();
  }

  @Test
  void ofItemsThatFindNoRoomTheNumberIsSaid() {
    List<Item> items = Lengths.cut(notice("Title", "Text", 40), 20, 200).items();

    assertThat(items).hasSizeLessThan(8);
    assertThat(items.getLast().title()).isEqualTo("and " + (40 - items.size() + 1) + " more");
    int length = 4 + items.stream().mapToInt(i -> i.title().length() + i.text().length()).sum();
    assertThat(length).isLessThanOrEqualTo(200);
  }

  @Test
  void aTextThatTakesAllTheRoomLeavesNoneForItems() {
    Notice cut = Lengths.cut(notice("Title", "y".repeat(500), 3), 20, 100);

    assertThat(cut.text()).hasSize(100);
    assertThat(cut.items()).isEmpty();
  }
}
