# Run by CPack on what is to be packed: what Debian's policy wants of a package and an installation has no need of.
if(NOT CPACK_GENERATOR STREQUAL "DEB")
  return()
endif()
file(GLOB_RECURSE PREFIXES LIST_DIRECTORIES true "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*/share")
list(FILTER PREFIXES INCLUDE REGEX "/usr/share$")
list(GET PREFIXES 0 SHARE)
set(DOC "${SHARE}/doc/headlight")
# Compressed, without a time, so that the same sources give the same package.
function(compress FILE)
  execute_process(COMMAND gzip -9 -n -f "${FILE}" COMMAND_ERROR_IS_FATAL ANY)
endfunction()
compress("${SHARE}/man/man1/headlight.1")
file(RENAME "${DOC}/CHANGELOG.md" "${DOC}/changelog")
compress("${DOC}/changelog")
string(TIMESTAMP NOW "%a, %d %b %Y %H:%M:%S +0000" UTC)  # Or of SOURCE_DATE_EPOCH.
file(WRITE "${DOC}/changelog.Debian"
     "headlight (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium\n\n"
     "  * What changed is in changelog.gz.\n\n -- ${CPACK_PACKAGE_CONTACT}  ${NOW}\n")
compress("${DOC}/changelog.Debian")
file(COPY_FILE "${CMAKE_CURRENT_LIST_DIR}/copyright" "${DOC}/copyright")
# The first entry of a changelog closes the bug that asked for a package in Debian's archive, where this one is not.
file(WRITE "${SHARE}/lintian/overrides/headlight" "headlight: initial-upload-closes-no-bugs\n")
