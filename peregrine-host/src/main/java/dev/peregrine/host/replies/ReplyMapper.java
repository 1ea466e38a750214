package dev.peregrine.host.replies;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface ReplyMapper {

  record Row(
      long job,
      String kind,
      String subject,
      String text,
      int version,
      String suggestion,
      String suggestedBy) {}

  @Select(
      """
      SELECT job, kind, subject, text, version, suggestion, suggested_by AS suggestedBy
      FROM reply_drafts WHERE job = #{job} AND removed IS NULL ORDER BY kind
      """)
  List<Row> ofJob(@Param("job") long job);

  @Select(
      """
      SELECT job, kind, subject, text, version, suggestion, suggested_by AS suggestedBy
      FROM reply_drafts WHERE job = #{job} AND kind = #{kind} AND removed IS NULL
      """)
  Optional<Row> find(@Param("job") long job, @Param("kind") String kind);

  @Insert(
      """
      INSERT INTO reply_drafts (job, kind, subject, text, changed)
      VALUES (#{job}, #{kind}, #{subject}, #{text}, #{at})
      ON CONFLICT (job, kind) DO UPDATE SET subject = excluded.subject, text = excluded.text,
        version = version + 1, changed = excluded.changed,
        suggestion = CASE WHEN removed IS NULL THEN suggestion ELSE '' END, removed = NULL
      """)
  void save(
      @Param("job") long job,
      @Param("kind") String kind,
      @Param("subject") String subject,
      @Param("text") String text,
      @Param("at") long at);

  @Update(
      """
      UPDATE reply_drafts SET suggestion = #{suggestion}, suggested_by = #{by}
      WHERE job = #{job} AND kind = #{kind} AND removed IS NULL
      """)
  void suggest(
      @Param("job") long job,
      @Param("kind") String kind,
      @Param("suggestion") String suggestion,
      @Param("by") String by);

  @Update(
      """
      UPDATE reply_drafts SET replaced = text, text = suggestion, suggestion = '',
        version = version + 1, changed = #{at}
      WHERE job = #{job} AND kind = #{kind} AND removed IS NULL AND suggestion <> ''
      """)
  int take(@Param("job") long job, @Param("kind") String kind, @Param("at") long at);

  /** Where the text is still the one that {@link #take} put there. */
  @Update(
      """
      UPDATE reply_drafts SET suggestion = text, text = replaced, replaced = '',
        version = version + 1, changed = #{at}
      WHERE job = #{job} AND kind = #{kind} AND version = #{version} AND removed IS NULL
      """)
  int putBack(
      @Param("job") long job,
      @Param("kind") String kind,
      @Param("version") int version,
      @Param("at") long at);

  @Update("UPDATE reply_drafts SET removed = #{at} WHERE job = #{job} AND kind = #{kind}")
  void remove(@Param("job") long job, @Param("kind") String kind, @Param("at") long at);

  @Update("UPDATE reply_drafts SET removed = NULL WHERE job = #{job} AND kind = #{kind}")
  int bringBack(@Param("job") long job, @Param("kind") String kind);
}
