package dev.peregrine.host.backup;

/** Is told how far the work is; may throw to have it broken off. */
public interface Progress {

  /** Nobody is told. */
  Progress SILENT =
      new Progress() {
        @Override
        public void step(String text) {}

        @Override
        public void of(long done, long total) {}
      };

  void step(String text);

  void of(long done, long total);
}
