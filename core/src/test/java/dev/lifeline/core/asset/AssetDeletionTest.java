package dev.lifeline.core.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.Problems;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssetDeletionTest {
  private Lab lab;
  private Lifeline lifeline;
  private AssetId id;

  @BeforeEach
  void start() throws Exception {
    lab = new Lab();
    lifeline = lab.lifeline();
    id = lab.asset("contoso-invalid.zip");
  }

  @AfterEach
  void stop() throws Exception {
    lab.close();
  }

  @Test
  void a_deleted_asset_is_gone() {
    lifeline.assetDeletion().run(Lab.PROJECT, id);

    assertThat(Problems.of(() -> lifeline.assetSearch().get(Lab.PROJECT, id)).code())
        .isEqualTo(ProblemCode.ASSET_NOT_FOUND);
  }

  @Test
  void an_asset_that_is_not_there_is_told() {
    AssetId nobody = new AssetId("00000000-1111-2222-3333-444444444444");

    assertThat(Problems.of(() -> lifeline.assetDeletion().run(Lab.PROJECT, nobody)).code())
        .isEqualTo(ProblemCode.ASSET_NOT_FOUND);
  }

  @Test
  void a_deletion_whose_answer_was_lost_is_not_repeated_when_it_was_done() {
    lab.answer(Fault.once("lcs", "POST", "DeleteFileAsset", new FaultAction.LoseAnswer()));

    lifeline.assetDeletion().run(Lab.PROJECT, id);

    assertThat(lab.received("lcs", "DeleteFileAsset")).hasSize(1);
  }

  @Test
  void a_deletion_that_was_lost_itself_is_repeated() {
    lab.answer(Fault.once("lcs", "POST", "DeleteFileAsset", new FaultAction.CutBefore()));

    lifeline.assetDeletion().run(Lab.PROJECT, id);

    assertThat(lab.received("lcs", "DeleteFileAsset")).hasSize(2);
    assertThat(Problems.of(() -> lifeline.assetSearch().get(Lab.PROJECT, id)).code())
        .isEqualTo(ProblemCode.ASSET_NOT_FOUND);
  }

  @Test
  void what_lcs_refuses_to_delete_is_told_in_its_words() {
    AssetId shared = lab.asset("shared-hotfix.zip");

    assertThat(Problems.of(() -> lifeline.assetDeletion().run(Lab.PROJECT, shared)).details())
        .containsEntry("message", "Assets of the shared library cannot be deleted here.");
  }
}
