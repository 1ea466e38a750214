package dev.peregrine.plugin.integration.notion;

import dev.peregrine.testkit.TrackerLoad;
import java.time.Duration;
import java.util.Map;

/** How long many jobs take at a Notion that takes three calls a second on average. */
final class NotionLoad {

  private NotionLoad() {}

  public static void main(String[] args) throws Exception {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 2000;
    var load =
        new TrackerLoad(
            new Notion(),
            new FakeNotion(),
            new TrackerLoad.Limit(30, Duration.ofSeconds(10)),
            Duration.ofMillis(350));
    System.out.println(load.run(rows, Map.of("token", "t")));
  }
}
