-- Somebody who makes connections has two roles on each of them: nobody reads all of them for one.
create index role_assignments_in_project on role_assignments (person_id, project_id);
create index role_assignments_on_connection on role_assignments (connection_id, person_id);
create index connection_projects_of_project on connection_projects (project_id, connection_id);
