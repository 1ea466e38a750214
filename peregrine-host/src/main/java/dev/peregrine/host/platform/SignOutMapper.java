package dev.peregrine.host.platform;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface SignOutMapper {

  /** A session that was ended. */
  record Row(String mark, Instant expiresAt) {}

  @Insert(
      """
      INSERT INTO ended_sessions (mark, expires_at) VALUES (#{mark}, #{until})
      ON CONFLICT (mark) DO NOTHING
      """)
  int add(@Param("mark") String mark, @Param("until") Instant until);

  @Select("SELECT mark, expires_at FROM ended_sessions WHERE expires_at > #{now}")
  List<Row> all(@Param("now") Instant now);

  /** Those of the last minute: whoever asks every few seconds misses none that was slow to come. */
  @Select(
      """
      SELECT mark, expires_at FROM ended_sessions
      WHERE noted_at > now() - interval '1 minute' AND expires_at > #{now}
      """)
  List<Row> latest(@Param("now") Instant now);

  @Delete("DELETE FROM ended_sessions WHERE expires_at <= #{now}")
  int tidy(@Param("now") Instant now);
}
