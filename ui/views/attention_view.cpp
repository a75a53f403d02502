#include "ui/views/attention_view.h"
