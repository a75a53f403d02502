#include "core/model/places/gguf_places.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <system_error>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/plain_text.h"
#include "core/checkpoint/gguf/gguf_file.h"
#include "core/model/places/cache_places.h"
#include "core/model/places/gguf_judgement.h"
#include "core/model/places/ollama_places.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 6;
constexpr std::size_t kMostFiles = 10'000;
constexpr std::uintmax_t kMostNotes = 1u << 20;

/// All files in `folder` and the folders in it, sorted; a folder that was seen is not entered again.
class Walk {
 public:
  std::vector<fs::path> files(const fs::path& folder) {
    enter(folder, 0);
    return m_files;
  }

 private:
  void enter(const fs::path& folder, int depth) {
    std::error_code failed;
    const fs::path real = fs::canonical(folder, failed);
    if (failed || depth > kDeepest || !m_seen.insert(real).second) return;
    std::vector<fs::path> entries;
    for (fs::directory_iterator it(folder, fs::directory_options::skip_permission_denied, failed), end;
         !failed && it != end; it.increment(failed))
      entries.push_back(it->path());
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) {
      if (isFolder(entry))
        enter(entry, depth + 1);
      else if (m_files.size() < kMostFiles)
        m_files.push_back(entry);
    }
  }

  std::set<fs::path> m_seen;
  std::vector<fs::path> m_files;
};

/// What a file in a folder of models is by its name alone; none for files that are of no concern.
std::optional<std::string> reasonByName(const fs::path& file) {
  const std::string name = file.filename().string();
  for (const char* ending : {".part", ".downloadInProgress", ".incomplete", ".crdownload"})
    if (name.ends_with(ending)) return "an unfinished download";
  if (name.starts_with("incomplete-")) return "an unfinished download";
  if (name.starts_with("ggml") && name.ends_with(".bin")) return "an older GGML file, not a GGUF file";
  if (!name.ends_with(".gguf")) return {};
  if (const auto part = ggufPartOf(file); part > 1)
    return "part " + std::to_string(part) + " of the model that begins in another file";
  return "";
}

/// The models among the files of `folder`, named by `nameOf`.
template <typename NameOf>
void add(std::vector<GgufPlace>& places, const std::string& program, const fs::path& folder, NameOf nameOf) {
  if (folder.empty() || !isFolder(folder)) return;
  for (const fs::path& file : Walk().files(folder))
    if (const auto reason = reasonByName(file))
      places.push_back({program, nameOf(file), file, *reason, {}});
}

/// "publisher/model" of the folders that a file is in; the file's own name where it is in none.
std::string folderName(const fs::path& file, const fs::path& folder) {
  const fs::path relative = file.parent_path().lexically_relative(folder);
  return relative.empty() || relative == "." ? file.stem().string() : relative.generic_string();
}

/// Repositories below `hub`: what lies in their snapshots.
void addHub(std::vector<GgufPlace>& places, const std::string& program, const fs::path& hub) {
  std::error_code failed;
  std::vector<fs::path> repositories;
  for (fs::directory_iterator it(hub, failed), end; !failed && it != end; it.increment(failed))
    if (repositoryName(it->path())) repositories.push_back(it->path());
  std::sort(repositories.begin(), repositories.end());
  for (const fs::path& repository : repositories)
    add(places, program, repository / "snapshots", [&](const fs::path&) { return *repositoryName(repository); });
}

/// The value of a line "key: value" or "key=value" in a small file of settings; empty when there is none.
std::string settingOf(const fs::path& file, const std::string& key) {
  if (!isFile(file)) return {};
  std::istringstream lines(readFile(file, kMostNotes));
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(key)) continue;
    const auto begin = line.find_first_not_of(" :=", key.size()), end = line.find_last_not_of(" \r\"'");
    if (begin == std::string::npos || begin == key.size()) continue;
    std::string value = line.substr(begin, end + 1 - begin);
    if (value.starts_with('"') || value.starts_with('\'')) value.erase(0, 1);
    return value;
  }
  return {};
}

void addLmStudio(std::vector<GgufPlace>& places) {
  std::set<fs::path> folders{inHome(".lmstudio/models"), inHome(".cache/lm-studio/models")};
  const fs::path pointer = inHome(".lmstudio-home-pointer");
  if (isFile(pointer)) {
    std::string moved = readFile(pointer, kMostNotes);
    while (!moved.empty() && (moved.back() == '\n' || moved.back() == '\r' || moved.back() == ' ')) moved.pop_back();
    if (!moved.empty()) folders.insert(fs::path(moved) / "models");
  }
  for (const fs::path& folder : folders)
    add(places, "LM Studio", folder, [&](const fs::path& file) { return folderName(file, folder); });
}

void addJan(std::vector<GgufPlace>& places) {
  for (const char* data : {".local/share/Jan/data", ".config/Jan/data"}) {
    const fs::path folder = inHome(fs::path(data) / "llamacpp/models");
    add(places, "Jan", folder, [&](const fs::path& file) { return folderName(file, folder); });
    if (!isFolder(folder)) continue;
    // A model may lie elsewhere.
    for (const fs::path& notes : Walk().files(folder)) {
      if (notes.filename() != "model.yml") continue;
      const fs::path named = settingOf(notes, "model_path");
      if (named.is_absolute()) places.push_back({"Jan", folderName(notes, folder), named, {}, {}});
    }
  }
  const fs::path older = inHome("jan/models");
  add(places, "Jan", older, [&](const fs::path& file) { return folderName(file, older); });
}

void addGpt4All(std::vector<GgufPlace>& places) {
  std::set<fs::path> folders{inHome(".local/share/nomic.ai/GPT4All")};
  if (const std::string moved = settingOf(inHome(".config/nomic.ai/GPT4All.ini"), "modelPath"); !moved.empty())
    folders.insert(moved);
  for (const fs::path& folder : folders)
    add(places, "GPT4All", folder, [](const fs::path& file) { return file.stem().string(); });
}

void addLlamaCpp(std::vector<GgufPlace>& places) {
  const fs::path set = pathInVariable("LLAMA_CACHE");
  const fs::path flat = set.empty() ? inCache("llama.cpp") : set;
  std::error_code failed;
  for (fs::directory_iterator it(flat, failed), end; !failed && it != end; it.increment(failed)) {
    const fs::path file = it->path();
    if (isFolder(file)) continue;
    if (const auto reason = reasonByName(file))
      places.push_back({"llama.cpp", file.stem().string(), file, *reason, {}});
  }
  if (!set.empty()) addHub(places, "llama.cpp", set);
}

/// "ollama" of "Ollama".
std::string prefixOf(const std::string& program) { return lowerAscii(program, " ."); }

/// All places by the names of their files alone: of what may be a model no reason is told.
std::vector<GgufPlace> placesByName() {
  std::vector<GgufPlace> places;
  const fs::path set = pathInVariable("OLLAMA_MODELS");
  places = ollamaPlaces(set.empty() ? inHome(".ollama/models") : set);
  if (set.empty())
    for (GgufPlace& place : ollamaPlaces("/usr/share/ollama/.ollama/models")) places.push_back(std::move(place));
  addLmStudio(places);
  addHub(places, "Hugging Face", hubCache());
  addLlamaCpp(places);
  addJan(places);
  addGpt4All(places);
  return places;
}

/// Tells why the file of `place` cannot be used, which reads its header.
void judge(GgufPlace& place) {
  if (place.reason.empty()) place.reason = whyNoModel(place.file);
}

}  // namespace

std::string GgufPlace::reference() const { return prefixOf(program) + ":" + name; }

std::vector<GgufPlace> ggufPlaces() {
  std::vector<GgufPlace> places = placesByName();
  for (GgufPlace& place : places) judge(place);
  return places;
}

fs::path findGguf(const std::string& reference) {
  std::vector<GgufPlace> found;
  for (GgufPlace& place : placesByName()) {
    const std::string file = place.file.filename().string(), stem = place.file.stem().string();
    bool named = false;
    for (const std::string& name : {place.reference(), place.name})
      named = named || reference == name || reference == name + "/" + file || reference == name + "/" + stem ||
              (place.program == "Ollama" && reference + ":latest" == name);
    if (!named) continue;
    judge(place);
    found.push_back(std::move(place));
  }
  // Of several under one name those that can be opened count.
  const auto usable =
      std::stable_partition(found.begin(), found.end(), [](const GgufPlace& p) { return p.reason.empty(); });
  if (usable == found.begin()) {
    if (found.empty()) return {};
    throw Error("model '" + reference + "': " + found.front().reason);
  }
  found.erase(usable, found.end());
  for (const GgufPlace& place : found)
    if (place.file != found.front().file) {
      std::string names;
      for (const GgufPlace& each : found)
        names += (names.empty() ? "" : ", ") + each.reference() + "/" + each.file.filename().string();
      throw Error("model '" + reference + "': several files go by that name: " + names);
    }
  return found.front().file;
}

}  // namespace headlight
