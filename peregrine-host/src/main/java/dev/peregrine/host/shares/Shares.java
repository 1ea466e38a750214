package dev.peregrine.host.shares;

import java.net.URI;
import java.util.List;

/**
 * How much each tenant may have of what many share. A number that is 0 is no limit.
 *
 * @param tasks how many tasks of theirs run at once
 * @param queued how many of theirs run or wait
 * @param modelTokens how many tokens a day they have of the models of whoever runs the program
 * @param models where those models are; any other one is the tenant's own
 * @param boardCalls how often boards are called for them a day
 * @param boards how many boards are read for them at once
 * @param bytes how much they may keep
 * @param requests how many a second they may make in the long run
 * @param strangers how many a second those may make who are nobody yet, per address
 * @param pages how many requests of theirs are answered at once; more wait a little
 * @param events how many pages of theirs may listen for changes at once
 */
public record Shares(
    int tasks,
    int queued,
    long modelTokens,
    List<URI> models,
    int boardCalls,
    int boards,
    long bytes,
    int requests,
    int strangers,
    int pages,
    int events) {

  /** One person has everything. */
  public static final Shares NONE = new Shares(0, 0, 0, List.of(), 0, 0, 0, 0, 0, 0, 0);

  public Shares {
    models = List.copyOf(models);
  }

  /** Whether anything is limited. */
  public boolean areAny() {
    return !equals(NONE);
  }

  /** Whether a model at that address belongs to whoever runs the program. */
  public boolean isLent(URI model) {
    return models.stream().anyMatch(each -> authority(each).equals(authority(model)));
  }

  private static String authority(URI address) {
    int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    int port = address.getPort() < 0 ? usual : address.getPort();
    return String.valueOf(address.getHost()).toLowerCase(java.util.Locale.ROOT) + ":" + port;
  }
}
