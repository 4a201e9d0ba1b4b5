package dev.lifeline.hub.model;

/** What a caller can be allowed to do (Service Endpoints REST: who may do what). */
public enum Power {
  /** To know that a connection exists. */
  VIEW,
  /** To see as whom it signs in. */
  VIEW_AUTHORIZATION,
  /** To act through it. */
  USE,
  /** To make connections in a project. */
  CREATE,
  /**
   * To rename it in a project, to give roles there, to open it to all pipelines, to take it away.
   */
  MANAGE,
  /** To change every field and the secret, to share it, to give roles on it everywhere. */
  OWN,
  /** To administer the hub. */
  ADMINISTER
}
