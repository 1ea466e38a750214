package dev.peregrine.plugin.exporter.pdf;

import java.io.IOException;

/** What is to be set, whole each time it is asked. */
interface Text {

  /** Whose it is, for the document's properties; empty where it is nobody's. */
  String author();

  void setOn(Press press) throws IOException, InterruptedException;
}
