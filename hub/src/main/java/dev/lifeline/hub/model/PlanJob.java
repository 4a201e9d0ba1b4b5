package dev.lifeline.hub.model;

/**
 * A server job of Azure Pipelines that waits for a run (azure-pipelines-tasks: agentless tasks);
 * its token is elsewhere.
 *
 * @param planUrl the collection's address, with a slash at its end
 * @param project the team project's id
 * @param hub the kind of plan: build, Release, Gates and so on
 * @param plan the plan's id
 * @param job the job's id
 * @param timeline the timeline's id
 * @param task the id of the task's instance
 */
public record PlanJob(
    String planUrl,
    String project,
    String hub,
    String plan,
    String job,
    String timeline,
    String task) {}
