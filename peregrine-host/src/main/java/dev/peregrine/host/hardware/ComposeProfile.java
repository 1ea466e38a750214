package dev.peregrine.host.hardware;

import java.util.Locale;

/** Which of the services run beside Peregrine. */
enum ComposeProfile {
  /** Models run elsewhere. */
  REMOTE(1_800),
  CPU(4_600),
  SINGLE_GPU(9_400),
  DUAL_GPU(9_400);

  private final long downloadMb;

  ComposeProfile(long downloadMb) {
    this.downloadMb = downloadMb;
  }

  /** As {@code docker compose --profile} wants it. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** About how much it fetches the first time, images and the usual model. */
  long downloadMb() {
    return downloadMb;
  }
}
