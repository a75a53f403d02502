#include <sys/stat.h>

#include <QtTest>
#include <filesystem>
#include <functional>
#include <random>

#include "core/base/error.h"
#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/pickle.h"
#include "core/checkpoint/torch_archive.h"
#include "core/io/zip_writer.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using namespace headlight::testing;
namespace fs = std::filesystem;

namespace {

/// The pickle of {"w": a [2, 3] tensor in storage "0"}, put together by hand; `strides` and `count` can be made wrong.
std::string pickleOf(const std::string& function = "torch._utils\n_rebuild_tensor_v2\n", int offset = 0, int rows = 2,
                     int columns = 3, int rowStride = 3, int columnStride = 1, int count = 6) {
  const auto text = [](const std::string& s) {
    return std::string("X") + static_cast<char>(s.size()) + std::string(3, '\0') + s;
  };
  const auto number = [](int n) { return std::string("K") + static_cast<char>(n); };
  return std::string("\x80\x02}q\0(", 6) + text("w") + "c" + function + "((" + text("storage") +
         "ctorch\nFloatStorage\n" + text("0") + text("cpu") + number(count) + "tQ" + number(offset) + number(rows) +
         number(columns) + "\x86" + number(rowStride) + number(columnStride) + "\x86\x89" +
         "ccollections\nOrderedDict\n)R" + "tRu.";
}

void writeArchive(const std::string& file, const std::string& pickle, std::size_t storageBytes = 24,
                  bool compressed = false) {
  std::vector<float> values{1, 2, 3, 4, 5, 6};
  std::string storage(reinterpret_cast<const char*>(values.data()), 24);
  storage.resize(storageBytes);
  const auto entry = [&](const std::string& name, std::string content) {
    return ZipEntry{"m/" + name, [content](std::ostream& out) { out << content; }, compressed};
  };
  writeZip(file, {entry("data.pkl", pickle), entry("version", "3\n"), entry("data/0", storage)});
}

}  // namespace

class TestCheckpoint : public QObject {
  Q_OBJECT

 private slots:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }
  void readsATorchArchive();
  void copiesStridedTensors();
  void refusesTorchArchives_data();
  void refusesTorchArchives();
  void refusesOtherFilesAsArchives();
  void anyPickleIsReadOrRefused();
  void namesWhatIsWrongWithAFolder();
  void readsShards();
  void followsLinksAndRefusesPipes();

 private:
  std::string path(const std::string& name = ".") const {
    return (fs::path(m_folder->path().toStdString()) / name).lexically_normal().string();
  }
  std::string refusal() const {
    return messageOf<Error>([&] { Checkpoint::open(m_folder->path().toStdString()); });
  }
  void write(const std::string& name, const std::string& content) const {
    std::ofstream(path(name), std::ios::binary) << content;
  }
  std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCheckpoint::readsATorchArchive() {
  for (const bool compressed : {false, true}) {
    writeArchive(path("pytorch_model.bin"), pickleOf(), 24, compressed);
    const Checkpoint checkpoint = Checkpoint::open(m_folder->path().toStdString());
    const StoredTensor* w = checkpoint.find("w");
    QVERIFY(w);
    QCOMPARE(w->shape, (Shape{2, 3}));
    QCOMPARE(floatsOf(*w), (std::vector<float>{1, 2, 3, 4, 5, 6}));
  }
}

void TestCheckpoint::copiesStridedTensors() {
  writeArchive(path("a.bin"), pickleOf("torch._utils\n_rebuild_tensor_v2\n", 0, 3, 2, 1, 3));
  QCOMPARE(floatsOf(readTorchArchive(path("a.bin")).at("w")), (std::vector<float>{1, 4, 2, 5, 3, 6}));
  writeArchive(path("b.bin"), pickleOf("torch._utils\n_rebuild_tensor_v2\n", 3, 1, 3));
  QCOMPARE(floatsOf(readTorchArchive(path("b.bin")).at("w")), (std::vector<float>{4, 5, 6}));
}

void TestCheckpoint::refusesTorchArchives_data() {
  QTest::addColumn<QByteArray>("pickle");
  QTest::addColumn<QByteArray>("message");
  const std::string rebuild = "torch._utils\n_rebuild_tensor_v2\n";
  const auto row = [](const char* name, const std::string& pickle, const char* message) {
    QTest::newRow(name) << QByteArray::fromStdString(pickle) << QByteArray(message);
  };
  row("a command",
      "\x80\x02"
      "cos\nsystem\nX\x04" +
          std::string(3, '\0') + "true\x85R.",
      "its pickle refers to 'os.system', which is not tensor data; nothing was executed; convert to safetensors");
  row("a builtin",
      "\x80\x02"
      "cbuiltins\neval\n.",
      "its pickle refers to 'builtins.eval', which is not tensor data; nothing was executed; convert to safetensors");
  row("another rebuild", pickleOf("torch._utils\n_rebuild_sparse_tensor\n"),
      "its pickle refers to 'torch._utils._rebuild_sparse_tensor', which is not tensor data; nothing was executed; "
      "convert to safetensors");
  row("beyond the storage", pickleOf(rebuild, 1),
      "tensor 'w': shape [2, 3] from number 1 on does not lie in its storage of 6 numbers");
  row("a large stride", pickleOf(rebuild, 0, 2, 3, 200),
      "tensor 'w': shape [2, 3] from number 0 on does not lie in its storage of 6 numbers");
  row("repeated numbers", pickleOf(rebuild, 0, 100, 100, 0, 0),
      "tensor 'w': shape [100, 100] is larger than its storage");
  row("cut off", "\x80\x02}q", "its pickle cannot be read at byte 4: truncated");
  row("no dictionary", "\x80\x02K\x01.", "expected a dictionary of tensors");
  row("empty", std::string("\x80\x02}.", 4), "contains no tensors");
  row("an object", "\x80\x02}}\x81.",
      "its pickle cannot be read at byte 5: the instruction 129 is unsupported in a file of tensors");
  row("nothing below", "\x80\x02R.", "its pickle cannot be read at byte 3: a value is missing");
}

void TestCheckpoint::refusesTorchArchives() {
  QFETCH(QByteArray, pickle);
  QFETCH(QByteArray, message);
  writeArchive(path("m.bin"), pickle.toStdString());
  QCOMPARE(messageOf<Error>([&] { readTorchArchive(path("m.bin")); }),
           "'" + path("m.bin") + "': " + message.toStdString());
}

void TestCheckpoint::refusesOtherFilesAsArchives() {
  write("old.bin", "\x80\x02\x8a\x0al\xfc\x9c\x46\xf9 j\xa8P\x19.");
  QCOMPARE(messageOf<Error>([&] { readTorchArchive(path("old.bin")); }),
           "'" + path("old.bin") +
               "': its pickle cannot be read at byte 0: truncated");
  write("text.bin", "hello");
  QCOMPARE(messageOf<Error>([&] { readTorchArchive(path("text.bin")); }),
           "'" + path("text.bin") + "': not a PyTorch file: expected a zip archive (truncated?)");
  writeZip(path("zip.bin"), {{"a.txt", [](std::ostream& out) { out << "a"; }, false}});
  QCOMPARE(messageOf<Error>([&] { readTorchArchive(path("zip.bin")); }),
           "'" + path("zip.bin") + "': not a PyTorch file: data.pkl is missing");
}

void TestCheckpoint::anyPickleIsReadOrRefused() {
  const std::string good = pickleOf();
  std::mt19937 random(3);
  int refused = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string bad = good;
    for (unsigned changes = 1 + random() % 3; changes > 0; --changes)
      bad[random() % bad.size()] = static_cast<char>(random());
    try {
      std::size_t length = 0;
      readPickledDictionary(std::as_bytes(std::span(bad.data(), bad.size())), "it", length);
    } catch (const Error&) {
      ++refused;
    }
  }
  QVERIFY(refused > 10000);
}

void TestCheckpoint::namesWhatIsWrongWithAFolder() {
  const std::string folder = m_folder->path().toStdString();
  QCOMPARE(messageOf<Error>([&] { Checkpoint::open(folder + "/none"); }),
           "'" + folder + "/none': folder not found");
  write("file", "x");
  QCOMPARE(messageOf<Error>([&] { Checkpoint::open(path("file")); }),
           "'" + path("file") + "': expected a folder, found a file");
  const std::string none =
      "'" + folder +
      "': no weights: expected model.safetensors, model.safetensors.index.json, pytorch_model.bin or "
      "pytorch_model.bin.index.json";
  QCOMPARE(refusal(), none);
  write("tf_model.h5", "x");
  write("model.gguf", "x");
  QCOMPARE(refusal(), none + "; it has model.gguf, tf_model.h5");
  write("model.safetensors", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 548105171\n");
  QCOMPARE(refusal(), "'" + path("model.safetensors") +
                          "': only a Git LFS pointer is here, not the file itself; fetch it with 'git lfs pull'");
}

void TestCheckpoint::readsShards() {
  const std::string index = "model.safetensors.index.json";
  writeSafetensors(path("one.safetensors"), {{"a", {1}, {1}}, {"x", {1}, {9}}});
  write(index, R"({"weight_map":{"a":"one.safetensors","b":"two.safetensors"}})");
  QCOMPARE(refusal(), "'" + m_folder->path().toStdString() +
                          "': incomplete weights: 'two.safetensors' is missing (named in " + index + ")");
  write(index, R"({"weight_map":{"a":"one.safetensors","b":"two.safetensors","c":"three.safetensors"}})");
  QCOMPARE(refusal(), "'" + m_folder->path().toStdString() +
                          "': incomplete weights: 'three.safetensors' is missing and 1 more of 3 (named in " +
                          index + ")");
  write(index, R"({"weight_map":{"a":"../one.safetensors"}})");
  QCOMPARE(refusal(), "'" + path(index) + "': tensor 'a': the file name '../one.safetensors' leaves the folder");
  write(index, R"({"weight_map":{"a":"one.safetensors","b":"one.safetensors"}})");
  QCOMPARE(refusal(), "'" + path("one.safetensors") + "': tensor 'b' is missing (named in " + index + ")");
  write(index, R"({"weights":1})");
  QCOMPARE(refusal(), "'" + path(index) + "': expected a JSON object with a 'weight_map'");
  write(index, R"({"weight_map":{"a":"one.safetensors","b":"two.safetensors"}})");
  writeSafetensors(path("two.safetensors"), {{"b", {2}, {2, 3}}});
  const Checkpoint checkpoint = Checkpoint::open(m_folder->path().toStdString());
  QCOMPARE(floatsOf(*checkpoint.find("b")), (std::vector<float>{2, 3}));
  QVERIFY(checkpoint.has("a") && !checkpoint.has("x"));
  QVERIFY(checkpoint.hasPrefix("a") && !checkpoint.hasPrefix("aa"));
}

void TestCheckpoint::followsLinksAndRefusesPipes() {
  QTemporaryDir elsewhere;
  const std::string blob = elsewhere.filePath("blob").toStdString();
  writeSafetensors(blob, {{"w", {2}, {1, 2}}});
  write("model.safetensors.index.json", R"({"weight_map":{"w":"one.safetensors"}})");
  fs::create_symlink(blob, path("one.safetensors"));
  QCOMPARE(floatsOf(*Checkpoint::open(path()).find("w")), (std::vector<float>{1, 2}));
  for (const auto& remake : std::vector<std::function<void(const std::string&)>>{
           [](const std::string& file) { QCOMPARE(::mkfifo(file.c_str(), 0600), 0); },
           [](const std::string& file) { fs::create_directory(file); },
           [](const std::string& file) { fs::create_symlink("/dev/zero", file); }}) {
    for (const char* name : {"one.safetensors", "model.safetensors.index.json"}) {
      fs::remove(path(name));
      remake(path(name));
      QCOMPARE(refusal(), "'" + path(name) + "': expected a file, found something else");
      fs::remove(path(name));
      if (name[0] == 'o') fs::create_symlink(blob, path(name));
    }
    write("model.safetensors.index.json", R"({"weight_map":{"w":"one.safetensors"}})");
  }
  fs::remove(path("one.safetensors"));
  fs::create_symlink(path("one.safetensors"), path("one.safetensors"));
  QVERIFY2(refusal().find("'one.safetensors' is missing") != std::string::npos, refusal().c_str());
}

HEADLIGHT_TEST(TestCheckpoint)
#include "test_checkpoint.moc"
