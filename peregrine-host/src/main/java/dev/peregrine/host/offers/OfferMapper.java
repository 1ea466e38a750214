package dev.peregrine.host.offers;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Keeps every wording of an offer; the last that was not taken back is in use. */
interface OfferMapper {

  record Row(long id, long job, long at, @Nullable String content) {}

  @Select(
      """
      SELECT id, job, at, content FROM offers
      WHERE id IN (SELECT MAX(id) FROM offers WHERE undone IS NULL GROUP BY job)
        AND content IS NOT NULL AND job IN (SELECT value FROM json_each(#{jobs}))
      ORDER BY job
      """)
  List<Row> of(@Param("jobs") String jobs);

  @Select(
      """
      SELECT id, job, at, content FROM offers
      WHERE id IN (SELECT MAX(id) FROM offers WHERE undone IS NULL GROUP BY job)
        AND content IS NOT NULL
      ORDER BY at DESC LIMIT #{most}
      """)
  List<Row> all(@Param("most") int most);

  /** The one in use, also where it says that the offer was taken away. */
  @Select(
      """
      SELECT id, job, at, content FROM offers WHERE job = #{job} AND undone IS NULL
      ORDER BY id DESC LIMIT 1
      """)
  @Nullable Row inUse(@Param("job") long job);

  @Select(
      """
      INSERT INTO offers (job, at, content) VALUES (#{job}, #{at}, #{content})
      RETURNING id, job, at, content
      """)
  Row add(@Param("job") long job, @Param("at") long at, @Param("content") @Nullable String content);

  @Update(
      """
      UPDATE offers SET undone = #{at} WHERE id = #{id} AND undone IS NULL
        AND NOT EXISTS (
          SELECT 1 FROM offers AS later
          WHERE later.job = offers.job AND later.id > offers.id AND later.undone IS NULL)
      """)
  int undo(@Param("id") long id, @Param("at") long at);
}
