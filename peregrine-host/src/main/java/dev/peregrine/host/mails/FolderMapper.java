package dev.peregrine.host.mails;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface FolderMapper {

  record Row(
      long id,
      String account,
      String name,
      String role,
      long uidValidity,
      long nextUid,
      @Nullable Long modSeq,
      long held,
      @Nullable Long synced) {}

  @Select(
      """
      INSERT INTO mail_folders (account, name, role) VALUES (#{account}, #{name}, #{role})
      ON CONFLICT (account, name) DO UPDATE SET role = excluded.role RETURNING id
      """)
  long folder(
      @Param("account") String account, @Param("name") String name, @Param("role") String role);

  @Select(
      """
      SELECT id, account, name, role, uid_validity, next_uid, mod_seq, held, synced
      FROM mail_folders WHERE id = #{id}
      """)
  Optional<Row> find(@Param("id") long id);

  @Select(
      """
      SELECT id, account, name, role, uid_validity, next_uid, mod_seq, held, synced
      FROM mail_folders ORDER BY account, id
      """)
  List<Row> all();

  @Update(
      """
      UPDATE mail_folders SET uid_validity = #{uidValidity}, next_uid = #{nextUid},
        mod_seq = #{modSeq}, held = #{held}, synced = COALESCE(#{synced}, synced)
      WHERE id = #{id}
      """)
  void reached(
      @Param("id") long id,
      @Param("uidValidity") long uidValidity,
      @Param("nextUid") long nextUid,
      @Param("modSeq") @Nullable Long modSeq,
      @Param("held") long held,
      @Param("synced") @Nullable Long synced);

  @Delete("DELETE FROM mail_folders WHERE account = #{account}")
  void forget(@Param("account") String account);
}
