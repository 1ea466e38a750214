package dev.peregrine.testkit;

import java.util.Map;

/**
 * What stands in a document store, as the person sees it there, for {@link DocumentStoreContract}.
 * Paths begin at the top of the store: {@code Peregrine/Hafenlicht/Brief.pdf}.
 */
public interface DocumentShelf {

  /** All files with their bytes. */
  Map<String, byte[]> files();

  /** The person puts a file of their own there, with the folders that it needs. */
  void put(String path, byte[] bytes);

  /** The person deletes a file. */
  void delete(String path);

  /** How many versions of a file there are; 1 where the store keeps only the last one. */
  default int versions(String path) {
    return 1;
  }

  /** Uploads that were begun and neither ended nor given up, where such lie in the person's way. */
  default int openUploads() {
    return 0;
  }

  /** The store forgets uploads that were begun, as it does after some days. */
  default void forgetUploads() {}
}
