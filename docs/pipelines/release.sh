#!/bin/sh
# Uploads a package and deploys it to a sandbox, from any machine that has the lifeline command:
#   release.sh PACKAGE NAME
# The connection is a stored one (lifeline connection create), or the LIFELINE_ variables.
set -eu

package=$1
name=$2
environment=contoso-uat

lifeline connection verify

asset=$(lifeline asset upload "$package" --name "$name" --wait-for-validation --output json |
  sed -n 's/.*"assetId" *: *"\([^"]*\)".*/\1/p')

# If this machine is lost meanwhile, the deployment goes on, and the command that is printed joins it again.
lifeline deploy --environment "$environment" --asset "$asset" --name "$name" --wait
