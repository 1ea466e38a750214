package dev.peregrine.api.export;

import dev.peregrine.api.ExtensionException;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes documents in one format. Plugins implement it; the host decides what goes in, names the
 * file and keeps what was sent.
 *
 * <p>All texts may come from strangers (a posting's title) or hold any character (emoji, Arabic,
 * {@code <b>}, {@code =1+1}): they are written as text, never as markup or formulas.
 *
 * <p><b>Threads:</b> one instance serves all tenants and is called from many threads at once. Keep
 * no state but what is the same for all, such as loaded fonts.
 *
 * <p><b>Failure:</b> {@code UNSUPPORTED}: this request cannot be written, and the message says
 * which part of it; the person is told. {@code BAD_SETTINGS}: rests until its settings change.
 * Anything else thrown is reported as a bug of the plugin. A file of a failed export is deleted.
 *
 * <p><b>Limits:</b> 60 s a call; then interrupted. 100 MiB a document.
 *
 * @since 0.1
 */
public interface Exporter {

  /** What this exporter is and can write: a constant. */
  ExporterDescriptor descriptor();

  /**
   * Writes a document. The same request, layout, settings and time give the same bytes.
   *
   * <p>What the person should know of the document, such as characters that its fonts lack, is told
   * with {@code context.progress().step(…)}, one sentence each; it is shown beside the document.
   *
   * @param request of a kind that the descriptor names
   * @param to not to be closed; every write may go to the disk
   * @throws IOException where {@code to} cannot be written, as it came from there
   */
  void export(ExportRequest request, OutputStream to, ExporterContext context)
      throws ExtensionException, IOException, InterruptedException;
}
